import { NestFactory } from '@nestjs/core';
import { addDays, DAY_MS, HOUR_MS, instantAt, localDateOf, MINUTE_MS } from '@yiyun/shared';
import { AppModule } from '../app.module.js';
import type { Config } from '../platform/config/config.js';
import { loggerFor } from '../platform/log.js';
import { castOf, joinOthers, joinPeople } from './cast.js';
import { markBegun, markWhole } from './demo-state.js';
import type { Person } from './people.js';
import { SeedClock } from './seed-clock.js';
import { planAppointments } from './stories/appointments.js';
import { planClosures } from './stories/closures.js';
import { planDemoPeople } from './stories/demo-people.js';
import { planDutyLeaders } from './stories/duty-leaders.js';
import { planNotices } from './stories/notices.js';
import { planPolicies } from './stories/policies.js';
import { planQuestions } from './stories/questions.js';
import { planQueue } from './stories/queue.js';
import { planSingleVisits } from './stories/single-visits.js';
import { Timeline } from './timeline.js';
import { type Services, servicesOf, type World } from './world.js';

export interface SeedOptions {
  /** Appointments of the year; people, questions and searches follow from it. */
  appointments: number;
  /** The same seed, date and time give the same history; only ids, numbers and keys differ. */
  seed: number;
  /** The last instant of the history. */
  until: number;
}
export interface SeedReport {
  /** Refusals on the way, by code: people meet them too. */
  refusals: ReadonlyMap<string, number>;
}

const HISTORY_DAYS = 365;
const SLOTS_EVERY_MS = 7 * DAY_MS;
/** The place of the demonstration's account that may not book for a while. */
const ABSENT = 4;
const COMMIT_EVERY_ACTS = 2_000;

/**
 * Fills an empty database with a year of history up to `until`, by the services that answer requests, at a clock that is
 * moved along: so every row has its record, its events and its messages. Reports how far it is, 0–1.
 */
export async function seedDemo(
  config: Config,
  options: SeedOptions,
  onProgress: (done: number) => void = () => undefined,
): Promise<SeedReport> {
  const { seed, until, appointments } = options;
  const from = instantAt(addDays(localDateOf(until), -HISTORY_DAYS), 0);
  const clock = new SeedClock(from);
  const app = await NestFactory.createApplicationContext(AppModule.with(config, clock), {
    logger: loggerFor(config.logLevel === 'silent' ? 'silent' : 'error'),
    abortOnError: false,
  });
  try {
    const services = servicesOf(app);
    const timeline = new Timeline(clock);
    await markBegun(services.db);
    await services.db.fill(async (commit) => {
      const cast = await castOf(services, seed);
      const world: World = { ...services, ...cast, seed, from, until, clock, timeline };
      joinPeople(world, appointments);
      planUpkeep(world, commit);
      planDutyLeaders(world);
      planAppointments(world, appointments);
      planQuestions(world, appointments);
      if (appointments > 0) planNotices(world);
      await planDemoPeople(world, cast.demoPeople);
      await planQueue(world);
      if (appointments > 0) await planWhatBecomes(world, cast.demoPeople);
      await timeline.run(until, (at) => onProgress(shareOf((at - from) / (until - from))));
      clock.advanceTo(until);
      await services.slots.materialise();
      await deliver(services);
    });
    await markWhole(services.db, until);
    return { refusals: timeline.refusals };
  } finally {
    await app.close();
  }
}

/** What can become of a booking, of its rules and of a hall's hours: by people of its own, after everything else was planned. */
async function planWhatBecomes(world: World, demoPeople: readonly Person[]): Promise<void> {
  const others = await joinOthers(world);
  planPolicies(world);
  planSingleVisits(world, { absent: demoPeople[ABSENT] as Person, others });
  planClosures(world, others);
}

/** The work that is done when this share of the time has passed: three times as much a day at the end as at the beginning. */
const shareOf = (time: number): number => (time + time * time) / 2;

/** Slots ahead, events delivered, transactions committed in groups. */
function planUpkeep(world: World, commit: () => Promise<void>): void {
  const { timeline, slots, from, until } = world;
  for (let at = from; at < until; at += SLOTS_EVERY_MS) timeline.plan(at, () => slots.materialise());
  let [delivered, committed] = [0, 0];
  const look = async () => {
    if (timeline.acts > delivered + 1) await deliver(world);
    delivered = timeline.acts;
    if (delivered < committed + COMMIT_EVERY_ACTS) return;
    committed = delivered;
    await commit();
  };
  for (let at = from; at < until; at += lookEveryMs(until - at)) timeline.plan(at, look);
}

/** What is recent is delivered soon after it happened, as it would be; what is long past, in larger groups. */
const lookEveryMs = (ago: number): number =>
  ago > 30 * DAY_MS ? 3 * HOUR_MS : ago > 3 * DAY_MS ? HOUR_MS : 5 * MINUTE_MS;

async function deliver({ outbox }: Pick<Services, 'outbox'>): Promise<void> {
  while ((await outbox.turn()) > 0);
}
