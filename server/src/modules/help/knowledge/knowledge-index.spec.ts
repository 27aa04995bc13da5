import { describe, expect, it } from '@jest/globals';
import { FAQ_ARTICLES } from '../../../seed/faq-articles.js';
import { generateQuestions } from '../../../seed/paraphrase.js';
import { KnowledgeIndex, type KnowledgeItem } from './knowledge-index.js';

const DAY = '2026-11-23';
const item = (id: string, question: string, more: Partial<KnowledgeItem> = {}): KnowledgeItem => ({
  id,
  kind: 'article',
  version: 1,
  position: 1,
  question,
  asks: [],
  answer: '到办税服务厅办理',
  official: true,
  source: null,
  validFrom: null,
  validUntil: null,
  answeredAt: null,
  voiceClipId: null,
  ...more,
});
const indexOf = (...items: KnowledgeItem[]): KnowledgeIndex => {
  const index = new KnowledgeIndex();
  for (const one of items) index.put(one);
  return index;
};
const idsOn = (index: KnowledgeIndex, day: string) => index.on(day).map(({ id }) => id);
const found = (index: KnowledgeIndex, text: string, day = DAY) =>
  index.search(text, day, { limit: 10, minScore: 0.1 }).map((hit) => hit.item.id);

describe('KnowledgeIndex', () => {
  it('holds an answer from its first day to its last, and never finds it outside', () => {
    const index = indexOf(item('a', '汇算什么时候办', { validFrom: '2026-01-01', validUntil: '2026-06-30' }));
    for (const [day, ids] of [
      ['2025-12-31', []],
      ['2026-01-01', ['a']],
      ['2026-06-30', ['a']],
      ['2026-07-01', []],
      ['2026-03-01', ['a']],
    ] as const) {
      expect([idsOn(index, day), found(index, '汇算什么时候办', day)]).toEqual([ids, ids]);
      expect(index.find('a', day)?.id).toBe(ids[0]);
      expect(index.covering('汇算什么时候办', day)?.id).toBe(ids[0]);
    }
  });

  it('lists articles in their order, then questions, the newest answer first', () => {
    const question = { kind: 'question', position: 0 } as const;
    const index = indexOf(
      item('q1', '旧问', { ...question, answeredAt: 1 }),
      item('b', '乙', { position: 2 }),
      item('q2', '新问', { ...question, answeredAt: 2 }),
      item('a', '甲', { position: 1 }),
    );
    expect(idsOn(index, DAY)).toEqual(['a', 'b', 'q2', 'q1']);
  });

  it('finds what was put in, in its newest words, and nothing that was removed', () => {
    const index = indexOf(item('a', '完税证明怎么开'), item('b', '发票丢了怎么办'));
    expect(found(index, '完税证明')).toEqual(['a']);
    const { changes } = index;
    index.put(item('a', '车船税怎么交', { version: 2 }));
    expect([found(index, '完税证明'), found(index, '车船税')]).toEqual([[], ['a']]);
    expect(index.versions()).toEqual(
      new Map([
        ['a', 2],
        ['b', 1],
      ]),
    );
    index.remove('a');
    expect([found(index, '车船税'), idsOn(index, DAY)]).toEqual([[], ['b']]);
    expect(index.changes).toBeGreaterThan(changes);
  });

  it('tells what an article covers from what none does, on the sample articles', () => {
    const articles = FAQ_ARTICLES.map((a) => item(a.id, a.question, { asks: [...a.asks], answer: a.answer }));
    const whole = indexOf(...articles);
    const without = new Map(articles.map(({ id }) => [id, indexOf(...articles.filter((one) => one.id !== id))]));
    const questions = generateQuestions(1_000, 9, { typoRate: 0.3 });
    const share = (test: (question: (typeof questions)[number]) => boolean) =>
      questions.filter(test).length / questions.length;
    const right = share(({ articleId, text }) => whole.covering(text, DAY)?.id === articleId);
    const wrong = share(({ articleId, text }) => without.get(articleId)?.covering(text, DAY) !== undefined);
    console.info(`covered by its article ${right}, by another when its own is missing ${wrong}`);
    expect(right).toBeGreaterThanOrEqual(0.95);
    expect(wrong).toBeLessThanOrEqual(0.1);
  });
});
