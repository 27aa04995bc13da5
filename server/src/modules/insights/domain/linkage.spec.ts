import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { unitVectors } from '../../../platform/text/tf-idf.js';
import { averageLink } from './linkage.js';

const text = fc.string({ unit: fc.constantFrom(...'税票证开办申报限额'), minLength: 1, maxLength: 8 });
const texts = fc.uniqueArray(text, { minLength: 1, maxLength: 14 });
const limit = fc.constantFrom(0.1, 0.2, 0.3, 0.5, 0.8);

type Similarity = (a: readonly number[], b: readonly number[]) => number;

function averageOver(all: readonly string[]): Similarity {
  const dense = unitVectors(all).map(
    ({ terms, weights }) => new Map([...terms].map((term, i) => [term, weights[i] as number])),
  );
  const cosine = (i: number, j: number) =>
    [...(dense[i] as Map<number, number>)].reduce(
      (sum, [term, weight]) => sum + weight * (dense[j]?.get(term) ?? 0),
      0,
    );
  return (a, b) => a.flatMap((i) => b.map((j) => cosine(i, j))).reduce((sum, one) => sum + one) / (a.length * b.length);
}

/** The textbook way: join the nearest pair of all, again and again. */
function byTheBook(all: readonly string[], minSimilarity: number, similarity: Similarity) {
  const groups = all.map((_, i) => [i]);
  let tied = false;
  for (;;) {
    const pairs = groups
      .flatMap((a, i) => groups.slice(i + 1).map((b) => ({ a, b, similarity: similarity(a, b) })))
      .sort((one, other) => other.similarity - one.similarity);
    const [best, second] = pairs;
    if (best === undefined || best.similarity < minSimilarity) return { groups, tied };
    tied ||= second !== undefined && best.similarity - second.similarity < 1e-9;
    groups.splice(groups.indexOf(best.b), 1);
    best.a.push(...best.b);
  }
}

function ordered(groups: readonly number[][]): string[] {
  return groups.map((group) => [...group].sort((a, b) => a - b).join()).sort();
}

const alone = (all: readonly string[]) => all.map((_, i) => [i]);

describe('averageLink', () => {
  it('gives the groups of the textbook algorithm wherever no tie leaves a choice', () => {
    fc.assert(
      fc.property(texts, limit, (all, minSimilarity) => {
        const expected = byTheBook(all, minSimilarity, averageOver(all));
        fc.pre(!expected.tied);
        expect(ordered(averageLink(unitVectors(all), alone(all), minSimilarity))).toEqual(ordered(expected.groups));
      }),
    );
  });

  it('leaves no two groups that are near enough, and parts no group it began with', () => {
    fc.assert(
      fc.property(texts, limit, fc.nat(13), (all, minSimilarity, cut) => {
        const together = all.map((_, i) => i).slice(0, cut);
        const rest = all.map((_, i) => [i]).slice(cut);
        const start = together.length > 0 ? [together, ...rest] : rest;
        const groups = averageLink(unitVectors(all), start, minSimilarity);
        expect(groups.flat().sort((a, b) => a - b)).toEqual(all.map((_, i) => i));
        expect(groups.some((group) => together.every((member) => group.includes(member)))).toBe(true);
        const similarity = averageOver(all);
        for (const [i, a] of groups.entries()) {
          for (const b of groups.slice(i + 1)) expect(similarity(a, b)).toBeLessThan(minSimilarity + 1e-9);
        }
      }),
    );
  });
});
