import { parseArgs } from 'node:util';
import { QuestionIndex } from '../src/platform/text/question-index.js';
import { FAQ_ARTICLES } from '../src/seed/faq-articles.js';
import { generateQuestions } from '../src/seed/paraphrase.js';
import { writeMeasured } from './report.js';
import { median, percentile } from './statistics.js';

/**
 * How long similar questions take to be found among 25,000, beside the floor: comparing the query's pairs of characters with
 * those of every question, one after another. Both in this process, in turns.
 */
const { values: options } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const DOCUMENTS = 25_000;
const QUERIES = 200;
const ROUNDS = 3;
const NEAREST = 5;

const pairsOf = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));

const answers = new Map(FAQ_ARTICLES.map(({ id, answer }) => [id, answer]));
const questions = generateQuestions(DOCUMENTS, 5, { typoRate: 0.5 });
const index = new QuestionIndex();
const builtAt = performance.now();
questions.forEach(({ articleId, text }, i) => {
  index.add(`q${i}`, { question: text, answer: answers.get(articleId) });
});
const buildMs = performance.now() - builtAt;
const pairs = questions.map(({ text }) => pairsOf(text));

function compareWithAll(text: string): number[] {
  const wanted = pairsOf(text);
  const shared = pairs.map((own) => {
    let count = 0;
    for (const pair of wanted) if (own.has(pair)) count++;
    return count / (wanted.size + own.size - count);
  });
  return shared
    .map((share, i) => [share, i] as const)
    .sort(([a], [b]) => b - a)
    .slice(0, NEAREST)
    .map(([, i]) => i);
}

function times(find: (text: string) => unknown): number[] {
  return queries
    .map((text) => {
      const began = performance.now();
      find(text);
      return performance.now() - began;
    })
    .sort((a, b) => a - b);
}

const queries = generateQuestions(QUERIES, 6).map(({ text }) => text);
const rounds = Array.from({ length: ROUNDS }, () => ({
  floor: times(compareWithAll),
  ours: times((text) => index.query(text)),
}));
const of = (who: 'floor' | 'ours', p: number): string =>
  median(rounds.map((round) => percentile(round[who], p))).toFixed(1);
const ratio = (p: number): string =>
  `**${median(rounds.map(({ ours, floor }) => percentile(ours, p) / percentile(floor, p))).toFixed(2)}×**`;
writeMeasured('questions', options.write, [
  `${ROUNDS} × ${QUERIES} questions among ${DOCUMENTS} with their answers; the index was built in ${(buildMs / 1000).toFixed(1)} s.`,
  '',
  '| | compared one by one, ms | index, ms | ratio |',
  '| --- | ---: | ---: | ---: |',
  ...[0.5, 0.95].map((p) => `| p${p * 100} | ${of('floor', p)} | ${of('ours', p)} | ${ratio(p)} |`),
]);
