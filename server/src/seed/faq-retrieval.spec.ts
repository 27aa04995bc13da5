import { describe, expect, it } from '@jest/globals';
import { QuestionIndex } from '../platform/text/question-index.js';
import { FAQ_ARTICLES } from './faq-articles.js';
import { generateQuestions } from './paraphrase.js';
import { seededRandom } from './random.js';

/** Measured on the 81 wordings, each left out in turn: first 86.4 %, among three 95.1 %. */
const FLOOR_FIRST = 0.83;
const FLOOR_AMONG_THREE = 0.93;

const everyAsk = FAQ_ARTICLES.flatMap(({ id, asks }) => asks.map((ask) => ({ articleId: id, text: ask })));

function indexWithout(left: string | undefined): QuestionIndex {
  const index = new QuestionIndex();
  for (const { id, question, asks, answer } of FAQ_ARTICLES) {
    index.add(id, { question, answer, asks: asks.filter((ask) => ask !== left) });
  }
  return index;
}

/** Place of the right article for each left-out wording, from 1; Infinity when it isn't found. */
function places(rightArticleOf: (position: number) => string): number[] {
  return everyAsk.map(({ text }, position) => {
    const hits = indexWithout(text).query(text, { minScore: 0 });
    const place = hits.findIndex((hit) => hit.id === rightArticleOf(position));
    return place < 0 ? Infinity : place + 1;
  });
}

function share(all: readonly number[], within: number): number {
  return all.filter((place) => place <= within).length / all.length;
}

describe('similar questions, on the FAQ', () => {
  it('finds the article of a wording it has never seen', () => {
    const found = places((position) => everyAsk[position]?.articleId as string);
    console.info(`FAQ, wording left out: first ${share(found, 1)}, among three ${share(found, 3)}`);
    expect(share(found, 1)).toBeGreaterThanOrEqual(FLOOR_FIRST);
    expect(share(found, 3)).toBeGreaterThanOrEqual(FLOOR_AMONG_THREE);
  });

  it('control: against articles dealt out at random it falls far below', () => {
    const random = seededRandom(1);
    const dealt = everyAsk.map(({ articleId }) => ({ articleId, lot: random() })).sort((a, b) => a.lot - b.lot);
    expect(
      share(
        places((position) => dealt[position]?.articleId as string),
        1,
      ),
    ).toBeLessThan(0.2);
  });

  it('finds the article of generated questions, slips included', () => {
    const index = indexWithout(undefined);
    const questions = generateQuestions(500, 2, { typoRate: 0.2 });
    const right = questions.filter(({ articleId, text }) => index.query(text, { limit: 1 })[0]?.id === articleId);
    console.info(`generated questions: first ${right.length / questions.length}`);
    expect(right.length / questions.length).toBeGreaterThanOrEqual(0.95);
  });
});
