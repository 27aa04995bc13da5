/** Numbers in [0, 1), the same for the same seed on every machine (mulberry32; for playing through, never for secrets). */
export type Lots = () => number;

export function lotsFrom(seed: number): Lots {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A seed from a text (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

export const between = (lots: Lots, low: number, high: number): number => low + lots() * (high - low);
export const pick = <T>(lots: Lots, items: readonly T[]): T => items[Math.floor(lots() * items.length)] as T;
/** The time until the next of events that come `rate` times in a unit of time; Infinity when none do. */
export const untilNext = (lots: Lots, rate: number): number => (rate > 0 ? -Math.log(1 - lots()) / rate : Infinity);
/** Normal with mean 0 and deviation 1. */
export const normal = (lots: Lots): number => Math.sqrt(-2 * Math.log(1 - lots())) * Math.cos(2 * Math.PI * lots());
/** A factor around 1 whose logarithm spreads by `sigma`; its mean is 1. */
export const factor = (lots: Lots, sigma: number): number => Math.exp(sigma * normal(lots) - (sigma * sigma) / 2);
