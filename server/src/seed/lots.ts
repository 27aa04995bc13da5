import { seededRandom } from './random.js';

/** Numbers in [0, 1). */
export type Random = () => number;

/**
 * Lots for one thing alone, from the seed and the thing's name. Each story draws from lots of its own, so that what
 * happens to one person doesn't depend on what happened to another before.
 */
export function lotsOf(seed: number, ...name: (string | number)[]): Random {
  let hash = 0x811c9dc5;
  for (const char of `${seed} ${name.join(' ')}`) {
    hash = Math.imul(hash ^ (char.codePointAt(0) as number), 0x01000193);
  }
  return seededRandom(hash);
}

export const chance = (random: Random, probability: number): boolean => random() < probability;

/** A number from `low` up to, not including, `high`. */
export const between = (random: Random, low: number, high: number): number => low + random() * (high - low);

/** A whole number from `low` to `high`, both included. */
export const wholeBetween = (random: Random, low: number, high: number): number =>
  Math.floor(between(random, low, high + 1));

/** One of the items, as likely as its weight says; throws on an empty list. */
export function weighted<T>(random: Random, items: readonly T[], weightOf: (item: T, position: number) => number): T {
  const weights = items.map(weightOf);
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = items.find((_, i) => (rest -= weights[i] as number) < 0) ?? items.at(-1);
  if (found === undefined) throw new Error('weighted needs at least one item');
  return found;
}
