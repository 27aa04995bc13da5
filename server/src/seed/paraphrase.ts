import { SYNONYMS } from '../platform/text/lexicon.js';
import { FAQ_ARTICLES, type FaqArticle } from './faq-articles.js';
import { pick, seededRandom } from './random.js';

export interface GeneratedQuestion {
  articleId: string;
  text: string;
}

export interface ParaphraseOptions {
  /** Share of questions with one slip of the pen, 0–1. Default 0.08. */
  typoRate?: number;
  /** Chance that a tax term is said in another way, 0–1. Default 0.4. */
  synonymRate?: number;
}

/** Many people use none: an empty part stands for each of them. */
const GREETINGS = '||||请问|你好，|您好，请问|老师，|想问一下|麻烦问下，|请教一下，|咨询一下，'.split('|');
const SITUATIONS =
  '我刚接手会计，|我们公司在鄞州，|我是外地来的，|第一次办，|替家里人问问，|刚开的店，|我妈让我问，|单位让问的，'.split(
    '|',
  );
const MARKS = '||||？|？|，谢谢|，谢谢老师|，急|，在线等'.split('|');
const ENDINGS = [...MARKS, '呢', '啊', '呀？'];
const ENDS_AS_QUESTION = /[吗不么呢]$/;
const SITUATION_RATE = 0.15;

/** What a phone keyboard or a quick hand makes of a character. */
const SLIPS: ReadonlyMap<string, string> = new Map(
  '税水 账帐 缴交 报保 算酸 票漂 办半 证正 开凯 定订 限线 额鹅 查察 退推 要药 记计 录路 询寻 销消 停挺 协些 议意 契器 房防 城成 建件'
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
);

/** Every wording of a term → all wordings of that term; those written for unified numbers are left out. */
const WORDINGS_BESIDE: ReadonlyMap<string, string[]> = new Map(
  [...SYNONYMS].flatMap(([term, others]) => {
    const wordings = [term, ...others].filter((wording) => !/\d/.test(wording));
    return wordings.map((wording): [string, string[]] => [wording, wordings]);
  }),
);
const ANY_WORDING = new RegExp([...WORDINGS_BESIDE.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');

/**
 * The question as somebody else would put it: other words for tax terms, a greeting, a situation, sometimes a slip.
 * Draws from `random` only, so the same state gives the same text.
 */
export function paraphrase(ask: string, random: () => number, options: ParaphraseOptions = {}): string {
  const { typoRate = 0.08, synonymRate = 0.4 } = options;
  let text = reword(ask, random, synonymRate);
  if (random() < typoRate) text = slip(text, random);
  const situation = random() < SITUATION_RATE ? pick(random, SITUATIONS) : '';
  return pick(random, GREETINGS) + situation + text + pick(random, ENDS_AS_QUESTION.test(text) ? MARKS : ENDINGS);
}

/** As many questions as wanted; the first article is asked most, the last about a seventh as often. */
export function generateQuestions(
  count: number,
  seed: number,
  options: ParaphraseOptions & { articles?: readonly FaqArticle[] } = {},
): GeneratedQuestion[] {
  const { articles = FAQ_ARTICLES } = options;
  const random = seededRandom(seed);
  const total = articles.reduce((sum, _article, rank) => sum + shareOf(rank), 0);
  return Array.from({ length: count }, () => {
    let rest = random() * total;
    const article = articles.find((_article, rank) => (rest -= shareOf(rank)) < 0) ?? articles[0];
    if (!article) throw new RangeError('no articles to ask about');
    return {
      articleId: article.id,
      text: paraphrase(pick(random, [article.question, ...article.asks]), random, options),
    };
  });
}

/** Falls slowly, so that the last of 26 articles still comes up twice in a hundred. */
function shareOf(rank: number): number {
  return 1 / (rank + 4);
}

function reword(text: string, random: () => number, rate: number): string {
  return text.replace(ANY_WORDING, (wording) =>
    random() < rate ? pick(random, WORDINGS_BESIDE.get(wording) as string[]) : wording,
  );
}

/** One character mistaken, left out, doubled or swapped with the next. */
function slip(text: string, random: () => number): string {
  const characters = [...text];
  const at = Math.floor(random() * (characters.length - 1));
  const [here, next] = [characters[at] ?? '', characters[at + 1] ?? ''];
  const mistaken = SLIPS.get(here);
  const variants = [[next], [here, here, next], [next, here], ...(mistaken === undefined ? [] : [[mistaken, next]])];
  characters.splice(at, 2, ...pick(random, variants));
  return characters.join('');
}
