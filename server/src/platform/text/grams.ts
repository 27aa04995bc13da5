/** A Latin word or a number with its sign is one token; every other character is a token of its own. */
const TOKEN = /[a-z]+|\d+(?:\.\d+)?%?|[^\s]/gu;

/** Marks a pair, which no single token can hold. */
const JOINT = ' ';

/**
 * How often each token and each pair of neighbouring tokens stands in normalised texts, in order of first
 * appearance. Pairs carry most of the meaning of Chinese without a dictionary; single characters forgive a slip.
 */
export function countGrams(normalisedTexts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (gram: string) => counts.set(gram, (counts.get(gram) ?? 0) + 1);
  for (const text of normalisedTexts) {
    let previous: string | undefined;
    for (const [token] of text.matchAll(TOKEN)) {
      count(token);
      if (previous !== undefined) count(previous + JOINT + token);
      previous = token;
    }
  }
  return counts;
}
