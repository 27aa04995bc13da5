import { describe, expect, it } from '@jest/globals';
import { FAQ_ARTICLES } from './faq-articles.js';
import { generateQuestions, paraphrase } from './paraphrase.js';
import { seededRandom } from './random.js';

describe('generateQuestions', () => {
  it('gives the same questions for the same seed and others for another', () => {
    const texts = (seed: number) => generateQuestions(200, seed).map(({ text }) => text);
    expect(texts(7)).toEqual(texts(7));
    expect(texts(7)).not.toEqual(texts(8));
  });

  it('asks about every article, about the first ones more often, in many ways', () => {
    const questions = generateQuestions(5_000, 1);
    const timesAsked = FAQ_ARTICLES.map(({ id }) => questions.filter(({ articleId }) => articleId === id).length);
    expect(Math.min(...timesAsked)).toBeGreaterThan(20);
    expect(timesAsked[0]).toBeGreaterThan(3 * (timesAsked.at(-1) as number));
    expect(new Set(questions.map(({ text }) => text)).size).toBeGreaterThan(2_500);
  });
});

describe('paraphrase', () => {
  it('makes slips as often as it is told', () => {
    const ask = '境外怎么缴';
    const untouched = (typoRate: number) => {
      const random = seededRandom(3);
      const texts = Array.from({ length: 1_000 }, () => paraphrase(ask, random, { typoRate, synonymRate: 0 }));
      return texts.filter((text) => text.includes(ask) && !text.includes('境境')).length;
    };
    expect(untouched(0)).toBe(1_000);
    expect(untouched(1)).toBe(0);
    expect(Math.abs(untouched(0.3) - 700)).toBeLessThan(60);
  });

  it('leaves tax terms alone when told so, and says them otherwise when told so', () => {
    const texts = (synonymRate: number) => {
      const random = seededRandom(3);
      return Array.from({ length: 100 }, () => paraphrase('个税怎么交', random, { typoRate: 0, synonymRate }));
    };
    expect(texts(0).every((text) => text.includes('个税怎么交'))).toBe(true);
    expect(texts(1).some((text) => text.includes('个人所得税'))).toBe(true);
  });
});
