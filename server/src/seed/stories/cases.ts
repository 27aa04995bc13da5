import { addWorkingTime, CalendarRangeError, HOUR_MS, MINUTE_MS } from '@yiyun/shared';
import type { Hall } from '../../modules/halls/index.js';
import type { Matter } from '../../modules/matters/index.js';
import type { Context, StaffActor } from '../../platform/http/context.js';
import { caseDeclineReasons, correctionAnswers, correctionRequests, outcomesOf } from '../data/case-texts.js';
import { between, chance, type Random } from '../lots.js';
import type { Person } from '../people.js';
import { pick } from '../random.js';
import type { World } from '../world.js';

/** A working day has seven hours. */
const WORKING_DAY_MINUTES = 7 * 60;
const DECLINED_AT_ONCE = 0.02;
const DECLINED_LATER = 0.03;
const CORRECTION = 0.15;
const DONE_AT_ONCE = 0.75;
const LATE = 0.03;
const GIVES_UP = 0.06;

/** A case under way and whose it is. */
export interface CaseStory {
  id: string;
  version: number;
  officer: Context<StaffActor>;
  hall: Pick<Hall, 'id'>;
  matter: Matter;
  random: Random;
  /** Undefined for a walk-in without an account. */
  person: Person | undefined;
}
type Next = (story: CaseStory) => void;

/** From the opening to the end, as far as the history reaches. */
export function tellCase(world: World, story: CaseStory): void {
  const { random } = story;
  if (chance(random, DECLINED_AT_ONCE)) {
    decline(world, story, [4, 15]);
    return;
  }
  accept(world, story, (accepted) => {
    if (chance(random, CORRECTION)) correct(world, accepted, (answered) => decide(world, answered, daysFor(answered)));
    else if (accepted.matter.group === 'simple' && chance(random, DONE_AT_ONCE)) decide(world, accepted, [5, 25]);
    else review(world, accepted);
  });
}

function accept(world: World, story: CaseStory, next: Next): void {
  later(world, story, [3, 10], next, ({ officer, id, version, matter, random }) => {
    const received = matter.documents.filter(({ required }) => required || chance(random, 0.3));
    return world.caseCounter.accept(officer, id, { version, receivedDocuments: received.map(({ name }) => name) });
  });
}

function review(world: World, story: CaseStory): void {
  const next: Next = (reviewing) => {
    if (chance(reviewing.random, DECLINED_LATER)) decline(world, reviewing, [60, 200]);
    else decide(world, reviewing, daysFor(reviewing));
  };
  later(world, story, [30, 300], next, ({ officer, id, version }) =>
    world.caseCounter.review(officer, id, { version }),
  );
}

/** Working minutes until the decision: within the promised days, for a few cases beyond them. */
function daysFor({ matter, random }: CaseStory): [number, number] {
  const days = (matter.promisedWorkingDays ?? 3) * WORKING_DAY_MINUTES;
  return chance(random, LATE) ? [1.2 * days, 2 * days] : [0.2 * days, 0.85 * days];
}

function decide(world: World, story: CaseStory, minutes: [number, number]): void {
  const complete: Next = (decided) =>
    later(world, decided, [1, 20], done, ({ officer, id, version }) =>
      world.caseCounter.complete(officer, id, { version }),
    );
  later(world, story, minutes, complete, ({ officer, id, version, matter, random }) =>
    world.caseCounter.decide(officer, id, { version, outcome: pick(random, outcomesOf(matter.category)) }),
  );
}

function decline(world: World, story: CaseStory, minutes: [number, number]): void {
  later(world, story, minutes, done, ({ officer, id, version, random }) =>
    world.caseCounter.decline(officer, id, { version, reason: pick(random, caseDeclineReasons) }),
  );
}

/** Something is missing; most people bring it within days, some give up after weeks. */
function correct(world: World, story: CaseStory, next: Next): void {
  const { random, person } = story;
  const requested: Next = (waiting) => {
    if (!person) return;
    const givesUp = chance(random, GIVES_UP);
    const waitMs = between(random, givesUp ? 200 : 2, givesUp ? 400 : 80) * HOUR_MS;
    world.timeline.plan(inDaytime(world.clock.now() + waitMs), async () => {
      const { id, version } = waiting;
      if (givesUp) {
        await world.cases.withdraw(person.ctx, id, { version });
        return;
      }
      const answer = pick(random, correctionAnswers);
      next({ ...waiting, ...versionOf(await world.cases.answerCorrection(person.ctx, id, { version, answer })) });
    });
  };
  later(world, story, [20, 240], requested, ({ officer, id, version }) =>
    world.caseCounter.requestCorrection(officer, id, { version, request: pick(random, correctionRequests) }),
  );
}

/** Does one step after so many minutes of the hall's working time; never, when the calendar ends before. */
function later(
  world: World,
  story: CaseStory,
  [atLeast, atMost]: [number, number],
  next: Next,
  act: (story: CaseStory) => Promise<{ version: number }>,
): void {
  const workingMs = Math.floor(between(story.random, atLeast, atMost) * MINUTE_MS);
  world.timeline.plan(afterWorking(world, story.hall.id, workingMs), async () => {
    next({ ...story, ...versionOf(await act(story)) });
  });
}

function afterWorking(world: World, hallId: string, workingMs: number): number {
  try {
    return addWorkingTime(world.halls.calendarOf(hallId), world.clock.now(), workingMs);
  } catch (error) {
    if (error instanceof CalendarRangeError) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

const versionOf = ({ version }: { version: number }) => ({ version });
const done: Next = () => undefined;

/** The instant itself, or the same night's morning after. */
function inDaytime(instant: number): number {
  const hours = ((instant + 8 * HOUR_MS) / HOUR_MS) % 24;
  return Math.floor(hours < 7 ? instant + (7.5 - hours) * HOUR_MS + (instant % HOUR_MS) : instant);
}
