import { DAY_MS, type HelpDetailView, HOUR_MS, localDateOf, MINUTE_MS } from '@yiyun/shared';
import type { Context, StaffActor } from '../../platform/http/context.js';
import { followUps, greetings, uncoveredAnswer, uncoveredQuestions, visitorSearches } from '../data/question-texts.js';
import { FAQ_ARTICLES, type FaqArticle } from '../faq-articles.js';
import { between, chance, lotsOf, type Random, weighted } from '../lots.js';
import { paraphrase } from '../paraphrase.js';
import { citizenContext, type Person } from '../people.js';
import { pick } from '../random.js';
import { type World, whenOpen } from '../world.js';
import { planLookAtApp } from './inbox.js';

/** Questions and searches for each hundred appointments. */
const QUESTIONS = 25;
const SEARCHES = 28;
const UNCOVERED = 0.07;
const SEARCHES_BY_VISITORS = 0.4;
const LOOKS_FIRST = 0.5;
const SPARED = 0.15;
const ACCEPTS = 0.6;
const ASKS_ON = 0.07;
const MAKES_PUBLIC = 0.2;
const LIKE_ENOUGH = 350;

/** What somebody wants to know, and the answer that the office has. */
export interface Topic {
  ask: string;
  answer: string;
}

/** A year of questions with their answers, and of searches. */
export function planQuestions(world: World, appointments: number): void {
  for (let i = 0; i < Math.round((appointments * QUESTIONS) / 100); i++) {
    const random = lotsOf(world.seed, 'question', i);
    const at = wakingInstant(world, random);
    world.timeline.plan(at, () => wonder(world, topicAt(at, random), random));
  }
  for (let i = 0; i < Math.round((appointments * SEARCHES) / 100); i++) {
    const random = lotsOf(world.seed, 'search', i);
    const at = wakingInstant(world, random);
    world.timeline.plan(at, () => search(world, at, random));
  }
}

/** Three times as many at the end of the period as at its beginning, from early morning until late. */
function wakingInstant({ from, until }: World, random: Random): number {
  const place = (Math.sqrt(1 + 8 * random()) - 1) / 2;
  const day = Math.floor((place * (until - from)) / DAY_MS);
  const hour = weighted(
    random,
    [7, 9, 10, 11, 13, 14, 15, 16, 19, 21],
    (_, i) => [3, 9, 9, 5, 4, 7, 7, 5, 6, 4][i] as number,
  );
  return from + day * DAY_MS + Math.floor(between(random, hour, hour + 1.5) * HOUR_MS);
}

/** What people ask at that time of the year: returns of persons from January to July, the last dates all year. */
function topicAt(at: number, random: Random): Topic {
  if (chance(random, UNCOVERED)) return { ask: pick(random, uncoveredQuestions), answer: uncoveredAnswer };
  const article = weighted(random, FAQ_ARTICLES, (one, rank) => seasonOf(one, localDateOf(at)) / (rank + 6));
  return { ask: pick(random, [article.question, ...article.asks]), answer: article.answer };
}

function seasonOf({ id, validFrom, validUntil }: FaqArticle, on: string): number {
  if ((validFrom !== undefined && on < validFrom) || (validUntil !== undefined && on > validUntil)) return 0;
  if (!id.startsWith('itx')) return 1;
  const month = Number(on.slice(5, 7));
  return month >= 3 && month <= 6 ? 3 : month <= 8 ? 0.8 : 0.15;
}

async function search(world: World, at: number, random: Random): Promise<void> {
  const person = world.people.somebody(random);
  const visitor = !person || chance(random, SEARCHES_BY_VISITORS);
  const words = chance(random, 0.15) ? pick(random, visitorSearches) : topicAt(at, random).ask;
  await world.knowledge.search(visitor ? nobody : person.ctx, words);
}
const nobody: Context = { ...citizenContext('', 'h5'), actor: { kind: 'nobody' } };

/** Somebody has a question: an answer that is there already may be enough, otherwise it is asked. */
async function wonder(world: World, topic: Topic, random: Random): Promise<void> {
  const person = world.people.somebody(random);
  if (!person) return;
  const text = paraphrase(topic.ask, random);
  const shown = chance(random, LOOKS_FIRST) ? await world.knowledge.similar(text) : [];
  const [best] = shown;
  if (best && best.score > LIKE_ENOUGH && chance(random, SPARED)) {
    await world.knowledge.deflect(person.ctx, { text, helpfulId: best.id });
    return;
  }
  const asked = await world.asking.ask(person.ctx, { text, shownIds: shown.map(({ id }) => id) });
  planAnswer(world, { person, topic, random }, asked);
}

interface Asking {
  person: Person;
  topic: Topic;
  random: Random;
}

/** An officer takes it in working hours, mostly the same day. */
function planAnswer(world: World, asking: Asking, asked: Pick<HelpDetailView, 'id' | 'version'>): void {
  const { random, topic } = asking;
  const officer = world.officers.any(random);
  const soon = world.clock.now() + between(random, 5, chance(random, 0.2) ? 1500 : 200) * MINUTE_MS;
  const hall = { id: officer.actor.hallIds[0] as string };
  const at = whenOpen(world, hall, Math.floor(soon), random);
  world.timeline.plan(at, async () => {
    const claimed = await world.answering.claim(officer, asked.id, { version: asked.version });
    const text = `${pick(random, greetings)}${topic.answer}`;
    world.timeline.plan(Math.floor(at + between(random, 3, 40) * MINUTE_MS), () =>
      answer(world, asking, { officer, id: asked.id, version: claimed.version, text }),
    );
  });
}

interface Answer {
  officer: Context<StaffActor>;
  id: string;
  version: number;
  text: string;
}

async function answer(world: World, asking: Asking, { officer, id, version, text }: Answer): Promise<void> {
  const { person, random } = asking;
  const answered = await world.answering.answer(officer, id, { version, text });
  const readAt = Math.floor(world.clock.now() + between(random, 0.2, 40) * HOUR_MS);
  planLookAtApp(world, person, readAt, random);
  world.timeline.plan(readAt + MINUTE_MS, async () => {
    const seen = await world.asking.get(person.ctx, id);
    const lot = random();
    if (lot < ACCEPTS) await acceptAnswer(world, person, seen, chance(random, MAKES_PUBLIC));
    else if (lot < ACCEPTS + ASKS_ON) {
      const again = await world.asking.reopen(person.ctx, id, {
        version: answered.version,
        text: pick(random, followUps),
      });
      planAnswer(world, { ...asking, topic: { ask: '', answer: uncoveredAnswer } }, again);
    }
  });
}

/** The latest answer was what the person needed. */
export async function acceptAnswer(
  world: World,
  person: Person,
  { id, version, posts }: HelpDetailView,
  makesPublic: boolean,
): Promise<void> {
  const postId = posts.filter(({ kind }) => kind === 'answer').at(-1)?.id ?? '';
  const accepted = await world.asking.acceptAnswer(person.ctx, id, { version, postId });
  if (makesPublic) {
    await world.asking.setVisibility(person.ctx, id, { version: accepted.version, visibility: 'public' });
  }
}
