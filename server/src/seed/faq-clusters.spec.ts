import { describe, expect, it } from '@jest/globals';
import {
  type AskedText,
  clusterQuestions,
  type KnownCluster,
  minSimilarityAmong,
} from '../modules/insights/domain/clusters.js';
import { normalise } from '../platform/text/normalise.js';
import { FAQ_ARTICLES } from './faq-articles.js';
import { generateQuestions } from './paraphrase.js';
import { seededRandom } from './random.js';

const HOUR_MS = 3_600_000;
const START = Date.parse('2025-06-01T00:00:00+08:00');

/** Measured on 107 questions of 26 articles: ARI 0.59, of the pairs put together 67 % right. */
const FLOOR_ARI = 0.57;
const FLOOR_PRECISION = 0.65;

const choose2 = (n: number) => (n * (n - 1)) / 2;

/** Adjusted Rand index of two labellings, and the share of pairs put together that belong together. */
function agreement(found: readonly string[], truth: readonly string[]) {
  const pairsWithin = (labels: readonly string[]) => {
    const sizes = new Map<string, number>();
    for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
    return [...sizes.values()].reduce((sum, size) => sum + choose2(size), 0);
  };
  const both = pairsWithin(found.map((label, i) => `${label}|${truth[i]}`));
  const [inFound, inTruth] = [pairsWithin(found), pairsWithin(truth)];
  const expected = (inFound * inTruth) / choose2(truth.length);
  return { ari: (both - expected) / ((inFound + inTruth) / 2 - expected), precision: both / inFound };
}

function labelsOf(items: readonly AskedText[]): string[] {
  const home = new Map(
    clusterQuestions(items).clusters.flatMap(({ id, members }) => members.map((member) => [member.id, id] as const)),
  );
  return items.map(({ id }) => home.get(id) as string);
}

function asked(texts: readonly string[]): AskedText[] {
  return texts.map((text, i) => ({ id: `q${i}`, text, at: START + i * HOUR_MS }));
}

describe('clusters of the FAQ and its wordings', () => {
  const questions = FAQ_ARTICLES.flatMap(({ id, question, asks }) => [question, ...asks].map((text) => ({ id, text })));
  const truth = questions.map(({ id }) => id);
  const found = labelsOf(asked(questions.map(({ text }) => text)));

  it('mostly follow the articles', () => {
    const { ari, precision } = agreement(found, truth);
    console.info(`FAQ clusters: ${new Set(found).size}, ARI ${ari.toFixed(3)}, precision ${precision.toFixed(3)}`);
    expect(ari).toBeGreaterThanOrEqual(FLOOR_ARI);
    expect(precision).toBeGreaterThanOrEqual(FLOOR_PRECISION);
  });

  it('control: articles dealt out at random agree with nothing', () => {
    const random = seededRandom(1);
    const dealt = truth.map((id) => ({ id, lot: random() })).sort((a, b) => a.lot - b.lot);
    expect(
      agreement(
        found,
        dealt.map(({ id }) => id),
      ).ari,
    ).toBeLessThan(0.05);
  });
});

describe('clusters of questions as they come, a few at first', () => {
  const SIZES = [2, 3, 5, 10, 10, 20, 20, 30, 50, 50, 100, 100, 200];

  /** Share of the pairs put together that belong together, after the last batch. */
  function precisionOf(seed: number, limitAmong: (wordings: number) => number): number {
    const questions = generateQuestions(600, seed);
    const items = asked(questions.map(({ text }) => text));
    let known: KnownCluster[] = [];
    let from = 0;
    for (const size of SIZES) {
      const batch = items.slice(from, from + size);
      const wordings = known.reduce((sum, { texts }) => sum + texts.length, size);
      known = clusterQuestions(batch, known, limitAmong(wordings)).known;
      from += size;
    }
    const home = new Map(known.flatMap(({ id, texts }) => texts.map((text) => [text, id] as const)));
    const found = items.map(({ text }) => home.get(normalise(text)) as string);
    return agreement(
      found,
      questions.map(({ articleId }) => articleId),
    ).precision;
  }

  it.each([1, 2, 3])(
    'are as right as when they come all at once, and would not be without caution (seed %d)',
    (seed) => {
      const cautious = precisionOf(seed, minSimilarityAmong);
      const bold = precisionOf(seed, () => minSimilarityAmong(Number.POSITIVE_INFINITY));
      console.info(`as they come: precision ${cautious.toFixed(3)}, without caution ${bold.toFixed(3)}`);
      expect(cautious).toBeGreaterThanOrEqual(0.53);
      expect(cautious).toBeGreaterThan(bold);
    },
  );
});

describe('clusters of many questions', () => {
  it('takes 5,000 distinct questions in under 5 s', () => {
    const texts = new Set(generateQuestions(12_000, 4, { typoRate: 0.9, synonymRate: 0.6 }).map(({ text }) => text));
    const items = asked([...texts]);
    const began = performance.now();
    const { known } = clusterQuestions(items);
    const tookMs = performance.now() - began;
    const distinct = known.reduce((sum, { texts: own }) => sum + own.length, 0);
    console.info(`${distinct} distinct questions, ${known.length} clusters, ${Math.round(tookMs)} ms`);
    expect(distinct).toBeGreaterThanOrEqual(5_000);
    expect(tookMs).toBeLessThan(5_000);
  });
});
