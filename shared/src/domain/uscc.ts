import { compactCode } from './compact-code.js';

/** The 31 characters of GB 32100-2015: no I, O, S, V, Z. A character's value is its position. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

export type UsccProblem = 'length' | 'character' | 'checkDigit';

/** A unified social credit code (统一社会信用代码) as stored: 18 capitals and digits. */
export function normaliseUscc(text: string): string {
  return compactCode(text);
}

/**
 * What is wrong with a USCC as typed (spaces, hyphens and case do not matter), or undefined when it is well formed:
 * 18 characters of the standard's alphabet, a division code of six digits, and the right check digit.
 * Whether such a taxpayer exists is for the registry to say.
 */
export function usccProblem(text: string): UsccProblem | undefined {
  const uscc = normaliseUscc(text);
  if (uscc.length !== 18) return 'length';
  if (!isSeed(uscc.slice(0, 17)) || !ALPHABET.includes(uscc.charAt(17))) return 'character';
  return checkDigitOf(uscc) === uscc.charAt(17) ? undefined : 'checkDigit';
}

/** For tests and the demo: the 17 given characters and their check digit. Throws RangeError on an impossible seed. */
export function makeUscc(seed: string): string {
  if (seed.length !== 17 || !isSeed(seed)) throw new RangeError(`Not the first 17 characters of a USCC: "${seed}"`);
  return seed + checkDigitOf(seed);
}

function isSeed(first17: string): boolean {
  return /^..\d{6}/.test(first17) && Array.from(first17).every((char) => ALPHABET.includes(char));
}

function checkDigitOf(uscc: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(uscc.charAt(i)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}
