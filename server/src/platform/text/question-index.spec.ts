import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type IndexedQuestion, QuestionIndex } from './question-index.js';

const words = '个税 专票 注销 怎么办 要带什么 小规模 申报 截止 完税证明 三百元 ？ 请问'.split(' ');
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
const entry: fc.Arbitrary<IndexedQuestion> = fc.record(
  { question: text, answer: text, asks: fc.array(text, { maxLength: 2 }), tags: fc.array(text, { maxLength: 2 }) },
  { requiredKeys: ['question'] },
);
const id = fc.constantFrom(...'abcdefg');
const step = fc.oneof(fc.record({ id, entry }), fc.record({ id }), fc.record({ query: text }));

function indexOf(questions: Record<string, IndexedQuestion>): QuestionIndex {
  const index = new QuestionIndex();
  for (const [key, value] of Object.entries(questions)) index.add(key, value);
  return index;
}

describe('QuestionIndex', () => {
  const index = indexOf({
    limit: { question: '怎么提高专票限额', answer: '属于行政许可，二十个工作日' },
    close: { question: '税务注销当场能办吗', asks: ['公司不开了怎么注销'], answer: '资料齐全当场办结' },
    settle: { question: '个税汇算什么时候办', answer: '三月到六月', tags: ['个人所得税'] },
  });

  it('finds a question by other words for the same thing', () => {
    expect(index.query('增值税专用发票开票限额怎样调高')[0]?.id).toBe('limit');
    expect(index.query('公司不开了')[0]?.id).toBe('close');
    expect(index.query('个人所得税年度汇算')[0]?.id).toBe('settle');
  });

  it('finds a question by its answer alone, and scores that lower than its wording', () => {
    const [byAnswer] = index.query('二十个工作日');
    const [byWording] = index.query('怎么提高专票限额');
    expect(byAnswer?.id).toBe('limit');
    expect(byAnswer?.score).toBeLessThan(byWording?.score as number);
  });

  it('scores the same question 1 when nothing stands beside it', () => {
    const alone = indexOf({ a: { question: '完税证明怎么开' }, b: { question: '发票丢了' } });
    expect(alone.query('请问完税证明咋开？')[0]?.score).toBeCloseTo(1, 12);
  });

  it('answers nothing to what it knows nothing about, and to nothing', () => {
    expect(index.query('xyz')).toEqual([]);
    expect(index.query('')).toEqual([]);
    expect(new QuestionIndex().query('个税')).toEqual([]);
  });

  it('holds to limit and minScore, best first, equal scores by id', () => {
    const same = indexOf({ c: { question: '个税' }, a: { question: '个税' }, b: { question: '个税怎么交' } });
    expect(same.query('个税').map((hit) => hit.id)).toEqual(['a', 'c', 'b']);
    expect(same.query('个税', { limit: 2 }).map((hit) => hit.id)).toEqual(['a', 'c']);
    expect(same.query('个税', { limit: 0 })).toEqual([]);
    expect(same.query('个税', { minScore: 0.999 }).map((hit) => hit.id)).toEqual(['a', 'c']);
  });

  it('equals an index built anew, after any additions, replacements, removals and queries', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), text, (steps, query) => {
        const incremental = new QuestionIndex();
        const kept = new Map<string, IndexedQuestion>();
        for (const one of steps) {
          if ('query' in one) incremental.query(one.query);
          else if ('entry' in one) {
            incremental.add(one.id, one.entry);
            kept.set(one.id, one.entry);
          } else expect(incremental.remove(one.id)).toBe(kept.delete(one.id));
        }
        const anew = indexOf(Object.fromEntries([...kept].reverse()));
        expect(incremental.size).toBe(anew.size);
        expect(incremental.query(query, { minScore: 0 })).toEqual(anew.query(query, { minScore: 0 }));
      }),
      { numRuns: 300 },
    );
  });
});
