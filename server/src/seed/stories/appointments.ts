import {
  type AppointmentView,
  addDays,
  DAY_MS,
  HOUR_MS,
  instantAt,
  localDateOf,
  MINUTE_MS,
  type SlotView,
} from '@yiyun/shared';
import type { Hall } from '../../modules/halls/index.js';
import type { Matter } from '../../modules/matters/index.js';
import { cancelReasons, declineReasons, visitNotes } from '../data/appointment-texts.js';
import { demandOf } from '../demand.js';
import { between, chance, lotsOf, type Random, weighted } from '../lots.js';
import { type Person, taxpayerOf } from '../people.js';
import { pick } from '../random.js';
import { type World, whenOpen } from '../world.js';
import { serveVisit } from './visits.js';

const MAX_LEAD_DAYS = 7;
const CANCELLED = 0.08;
/** Of those that wait for an officer; about 4 % of all. */
const DECLINED = 0.1;
const NO_SHOW = 0.03;
const WITH_NOTE = 0.12;
const CANCEL_UNTIL_MS = 90 * MINUTE_MS;
/** Shares of the halls, in their order. */
const HALL_SHARES = [5, 3, 2];
const CATEGORY_SHARES: Readonly<Record<string, number>> = {
  发票: 30,
  证明开具: 16,
  涉税查询: 8,
  信息报告: 24,
  税务行政许可: 8,
  社保非税: 10,
};

/** How an appointment ends, decided by lot when it is booked. */
type Fate = 'cancelled' | 'declined' | 'noShow' | 'served';

/** Plans a year of bookings, and all that follows from each; those for the coming days as far as they are booked by now. */
export function planAppointments(world: World, total: number): void {
  const { halls, from, until, timeline, seed } = world;
  const [fromOn, untilOn] = [addDays(localDateOf(from), 2), addDays(localDateOf(until), MAX_LEAD_DAYS)];
  let serial = 0;
  for (const { on, visits } of demandOf(halls.workingCalendar(), fromOn, untilOn, total)) {
    for (let i = 0; i < visits; i++) {
      const random = lotsOf(seed, 'appointment', serial++);
      const wish = { on, minutes: visitMinutes(random), random };
      timeline.plan(Math.max(from + DAY_MS, bookingInstant(wish)), () => bookVisit(world, wish));
    }
  }
}

interface Wish {
  on: string;
  /** After midnight, when the person would like to come. */
  minutes: number;
  random: Random;
}

/** Morning is preferred, the hour after the lunch break least. */
const visitMinutes = (random: Random): number =>
  weighted(random, [510, 570, 630, 690, 810, 870, 930, 990], (_, i) => [6, 9, 7, 4, 4, 6, 5, 3][i] as number) +
  (random() < 0.5 ? 30 : 0);

/** Up to a week ahead, in the waking hours, two hours before the visit at the latest. */
function bookingInstant({ on, minutes, random }: Wish): number {
  const lead = weighted(random, [0, 1, 2, 3, 4, 5, 6, 7], (_, i) => [2, 9, 7, 4, 3, 2, 1, 2][i] as number);
  const at = instantAt(addDays(on, -lead), 0) + Math.floor(between(random, 7, 22.5) * HOUR_MS);
  return Math.min(at, instantAt(on, minutes) - Math.floor(between(random, 2, 3) * HOUR_MS));
}

async function bookVisit(world: World, { on, minutes, random }: Wish): Promise<void> {
  const person = world.people.somebody(random);
  if (!person) return;
  const hall = weighted(random, world.halls.all(), (_, i) => HALL_SHARES[i] ?? 1);
  const note = chance(random, WITH_NOTE) ? pick(random, visitNotes) : undefined;
  const visit = await book(world, { person, hall, matter: matterFor(world, random), on, minutes, note, random });
  if (visit) planFate(world, visit);
}

export interface VisitWish extends Omit<Visit, 'booked'> {
  on: string;
  minutes: number;
  /** Drawn by lot when it isn't said. */
  taxpayerId?: string;
  note?: string | undefined;
  /** What else is done on the same visit. */
  further?: readonly Matter[];
}

/** Takes the free slot that is nearest to the wish; undefined when the day is full or closed. */
export async function book(world: World, wish: VisitWish): Promise<Visit | undefined> {
  const { person, hall, matter, note, random, further = [] } = wish;
  const slot = await nearestFree(world, wish);
  if (!slot) return undefined;
  const booked = await world.appointments.book(person.ctx, {
    slotId: slot.id,
    matterId: matter.id,
    ...(further.length > 0 && { furtherMatterIds: further.map(({ id }) => id) }),
    taxpayerId: wish.taxpayerId ?? taxpayerOf(person, random),
    ...(note && { note }),
  });
  return { person, hall, matter, booked, random };
}

/** The free slot of a day that is nearest to the wish. */
export async function nearestFree(
  { slots }: World,
  { hall, matter, further = [], on, minutes }: Pick<VisitWish, 'hall' | 'matter' | 'further' | 'on' | 'minutes'>,
): Promise<SlotView | undefined> {
  const matterIds = [matter, ...further].map(({ id }) => id);
  const offered = await slots.ofDay(hall.id, matterIds, on);
  const free = offered.filter((slot) => slot.remaining > 0 && slot.closedReason === null);
  const wanted = instantAt(on, minutes);
  return free.sort((a, b) => Math.abs(a.startsAt - wanted) - Math.abs(b.startsAt - wanted))[0];
}

function matterFor({ matters }: World, random: Random): Matter {
  const offered = matters
    .all()
    .filter(({ counterAvailable, category }) => counterAvailable && CATEGORY_SHARES[category]);
  const category = weighted(random, Object.keys(CATEGORY_SHARES), (name) => CATEGORY_SHARES[name] as number);
  return weighted(
    random,
    offered.filter((matter) => matter.category === category),
    (_, rank) => 1 / (rank + 1),
  );
}

export interface Visit {
  person: Person;
  hall: Hall;
  matter: Matter;
  booked: AppointmentView;
  random: Random;
}

function planFate(world: World, visit: Visit): void {
  const { random, booked } = visit;
  const lot = random();
  if (booked.status === 'pending' && chance(random, DECLINED)) settle(world, visit, 'declined');
  else settle(world, visit, lot < CANCELLED ? 'cancelled' : lot < CANCELLED + NO_SHOW ? 'noShow' : 'served');
}

/** Leads an appointment to its end; one that waits for an officer is looked at within half a working day, mostly sooner. */
export function settle(world: World, visit: Visit, fate: Fate): void {
  const { hall, booked, random } = visit;
  if (booked.status !== 'pending') {
    planEnd(world, visit, fate, booked.version);
    return;
  }
  const officer = world.officers.at(hall.id, random);
  const soon = booked.bookedAt + between(random, 5, chance(random, 0.2) ? 600 : 120) * MINUTE_MS;
  const at = Math.min(whenOpen(world, hall, Math.floor(soon), random), booked.startsAt - 5 * MINUTE_MS);
  const { id, version } = booked;
  world.timeline.plan(at, async () => {
    if (fate === 'declined') {
      await world.appointmentCounter.decline(officer, id, { version, reason: pick(random, declineReasons) });
      return;
    }
    const confirmed = await world.appointmentCounter.confirm(officer, id, { version });
    planEnd(world, visit, fate, confirmed.version);
  });
}

function planEnd(world: World, visit: Visit, fate: Fate, version: number): void {
  const { person, booked, random } = visit;
  if (fate === 'served') serveVisit(world, visit);
  if (fate !== 'cancelled') return;
  const [now, latest] = [world.clock.now(), booked.startsAt - CANCEL_UNTIL_MS];
  if (latest <= now) return;
  world.timeline.plan(Math.floor(between(random, now, latest)), async () => {
    const reason = chance(random, 0.7) ? { reason: pick(random, cancelReasons) } : {};
    await world.appointments.cancel(person.ctx, booked.id, { version, ...reason });
  });
}
