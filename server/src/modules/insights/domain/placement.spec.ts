import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AskedText, clusterQuestions, type KnownCluster } from './clusters.js';
import { placementOf } from './placement.js';

const words = '个税 汇算 专票 限额 注销 怎么办 什么时候 要带什么 小规模 完税证明 多少'.split(' ');
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const asked: fc.Arbitrary<AskedText[]> = fc
  .array(text, { maxLength: 25 })
  .map((texts) => texts.map((one, i) => ({ id: `q${i}`, text: one, at: i })));

/** Stored clusters with a placement written to them: id → name and wordings. */
function written(before: readonly KnownCluster[], after: readonly KnownCluster[]) {
  const { founded, joined, placed } = placementOf(before, after);
  const names = new Map([...before, ...founded].map(({ id, name }) => [id, name]));
  const homes = new Map(before.flatMap(({ id, texts }) => texts.map((wording) => [wording, id])));
  for (const { id, into } of joined) {
    names.delete(id);
    for (const [wording, home] of homes) if (home === id) homes.set(wording, into);
  }
  for (const { wording, clusterId } of placed) homes.set(wording, clusterId);
  return { names, homes };
}

describe('placementOf', () => {
  it('I2: writing it to the clusters before a run gives those after it', () => {
    fc.assert(
      fc.property(asked, asked, (first, second) => {
        const before = clusterQuestions(first).known;
        const after = clusterQuestions(second, before).known;
        const { names, homes } = written(before, after);
        expect(names).toEqual(new Map(after.map(({ id, name }) => [id, name])));
        expect(homes).toEqual(new Map(after.flatMap(({ id, texts }) => texts.map((one) => [one, id]))));
      }),
    );
  });

  it('is empty when nothing new was asked', () => {
    fc.assert(
      fc.property(asked, (items) => {
        const { known } = clusterQuestions(items);
        expect(placementOf(known, clusterQuestions(items, known).known)).toEqual({
          founded: [],
          joined: [],
          placed: [],
        });
      }),
    );
  });
});
