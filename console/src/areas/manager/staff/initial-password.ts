/** Letters and digits that nobody confuses when they are read out or copied by hand. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz';
const DIGITS = '23456789';

/** A random password to hand over: three groups of four with a hyphen, letters and digits in each. */
export function makeInitialPassword(random: (below: number) => number = randomBelow): string {
  const pick = (from: string) => from.charAt(random(from.length));
  const group = () => pick(LETTERS) + pick(DIGITS) + pick(LETTERS) + pick(DIGITS);
  return [group(), group(), group()].join('-');
}

/** Evenly distributed, from the system's source of randomness; `below` is at most 128. */
function randomBelow(below: number): number {
  const limit = 256 - (256 % below);
  for (;;) {
    const [value = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (value < limit) return value % below;
  }
}
