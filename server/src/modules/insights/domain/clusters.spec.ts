import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalise } from '../../../platform/text/normalise.js';
import { type AskedText, type ClusteringResult, clusterQuestions } from './clusters.js';
import { isoWeekOf } from './iso-week.js';

const START = Date.parse('2026-03-02T09:00:00+08:00');
const DAY_MS = 86_400_000;

const words = '个税 汇算 专票 限额 注销 怎么办 什么时候 要带什么 小规模 完税证明 多少 请问 ？ 12万 十二万'.split(' ');
const text = fc.array(fc.constantFrom(...words), { maxLength: 5 }).map((parts) => parts.join(''));
const items: fc.Arbitrary<AskedText[]> = fc
  .array(fc.record({ text, day: fc.integer({ min: 0, max: 40 }) }), { maxLength: 40 })
  .map((asked) => asked.map((one, i) => ({ id: `q${i}`, text: one.text, at: START + one.day * DAY_MS })));
/** Items with a second order of the same. */
const twoOrders = items.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
);

function ask(...texts: string[]): AskedText[] {
  return texts.map((one, i) => ({ id: `q${i}`, text: one, at: START + i * DAY_MS }));
}

function clusterOf(result: ClusteringResult): Map<string, string> {
  return new Map(result.clusters.flatMap(({ id, members }) => members.map((member) => [member.id, id] as const)));
}

describe('clusterQuestions', () => {
  it('I1: equal normalised texts share a cluster', () => {
    fc.assert(
      fc.property(items, (all) => {
        const home = clusterOf(clusterQuestions(all));
        const homeOfText = new Map<string, string>();
        for (const item of all) {
          const key = normalise(item.text);
          expect(home.get(item.id)).toBe(homeOfText.get(key) ?? home.get(item.id));
          homeOfText.set(key, home.get(item.id) as string);
        }
      }),
    );
  });

  it('I2: the order of the items makes no difference', () => {
    fc.assert(
      fc.property(twoOrders, ([one, other]) => {
        expect(clusterQuestions(other)).toEqual(clusterQuestions(one));
      }),
    );
  });

  it('I2: a rerun with its own result changes nothing, in any order', () => {
    fc.assert(
      fc.property(twoOrders, ([one, other]) => {
        const first = clusterQuestions(one);
        expect(clusterQuestions(other, [...first.known].reverse())).toEqual(first);
      }),
    );
  });

  it('I2: new items extend clusters; ids, names and wordings stay, and a joined id leads to its heir', () => {
    fc.assert(
      fc.property(items, items, (before, after) => {
        const first = clusterQuestions(before);
        const second = clusterQuestions(after, first.known);
        for (const old of first.known) {
          const heir = second.known.find(({ id, formerIds }) => id === old.id || formerIds.includes(old.id));
          expect(heir?.texts).toEqual(expect.arrayContaining(old.texts));
          if (heir?.id === old.id) expect(heir.name).toBe(old.name);
        }
      }),
    );
  });

  it('I3: totals equal the sum of the drill-down, and nothing is lost or counted twice', () => {
    fc.assert(
      fc.property(items, items, (before, all) => {
        const { clusters } = clusterQuestions(all, clusterQuestions(before).known);
        for (const { members, count, trend } of clusters) {
          expect(count).toBe(members.length);
          expect(trend.map(({ week, count: inWeek }) => [week, inWeek])).toEqual(
            [...new Set(members.map(({ at }) => isoWeekOf(at)))].map((week) => [
              week,
              members.filter(({ at }) => isoWeekOf(at) === week).length,
            ]),
          );
        }
        const drilled = clusters.flatMap(({ members }) => members.map(({ id }) => id)).sort();
        expect(drilled).toEqual(all.map(({ id }) => id).sort());
      }),
    );
  });

  it('every known wording and every id is there once', () => {
    fc.assert(
      fc.property(items, items, (before, all) => {
        const { known } = clusterQuestions(all, clusterQuestions(before).known);
        const wordings = known.flatMap(({ texts }) => texts);
        expect(new Set(wordings).size).toBe(wordings.length);
        expect(new Set(known.map(({ id }) => id)).size).toBe(known.length);
      }),
    );
  });

  it('names a cluster by its most typical question, as it was plainly asked', () => {
    const [largest] = clusterQuestions(
      ask('请问老师完税证明怎么开呢', '完税证明怎么开', '完税证明怎么开？', '完税证明在哪开', '公司注销要多久'),
    ).clusters;
    expect(largest).toMatchObject({ name: '完税证明怎么开', count: 4 });
    expect(largest?.id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  });

  it('cuts a long name and copes with questions without a word', () => {
    const { clusters } = clusterQuestions(ask('个税'.repeat(20), '？？'));
    expect(clusters.map(({ name }) => name).sort()).toEqual([`${'个税'.repeat(11)}个…`, '？？'].sort());
    expect(clusterQuestions(ask('  ')).clusters[0]?.name).toBe('（没有文字）');
  });

  it('keeps the cluster that was silent in this period, for the next', () => {
    const spring = clusterQuestions(ask('完税证明怎么开'));
    const summer = clusterQuestions(ask('公司注销要多久'), spring.known);
    expect(summer.clusters).toHaveLength(1);
    const autumn = clusterQuestions(ask('请问完税证明咋开'), summer.known);
    expect(autumn.clusters[0]?.id).toBe(spring.clusters[0]?.id);
  });

  it('joins two known clusters that a new wording bridges; the larger keeps its id', () => {
    const known = [
      { id: 'B', formerIds: ['A'], name: '开证明', texts: ['完税证明怎么开'] },
      { id: 'C', formerIds: [], name: '开完税证明', texts: ['哪里开完税证明', '完税证明哪里开'] },
    ];
    const { known: joined } = clusterQuestions([], known);
    expect(joined).toEqual([
      {
        id: 'C',
        formerIds: ['A', 'B'],
        name: '开完税证明',
        texts: ['哪里开完税证明', '完税证明哪里开', '完税证明怎么开'],
      },
    ]);
  });
});
