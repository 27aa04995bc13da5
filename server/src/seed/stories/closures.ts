import { type AffectedView, addDays, type CallTaskView, HOUR_MS, localDateOf, MINUTE_MS } from '@yiyun/shared';
import { lotsOf } from '../lots.js';
import type { Person } from '../people.js';
import type { World } from '../world.js';
import { nearestFree, settle, type Visit } from './appointments.js';
import { Script, type When } from './script.js';

/** What somebody does who is told that the hall closes; whoever does nothing is called. */
type Answer = 'chooses' | 'asksForCall' | 'looks' | 'nothing';
/** A round of calls on the list of the hall, and how it ends with everybody who is on it. */
interface Round {
  afterMs: number;
  result: 'noAnswer' | 'reached';
  /** How many of the list; all of them without it. */
  upTo?: number;
}
interface Closure {
  declared: When;
  /** A working day from today, and from when until when on it. */
  closed: { day: number; from: string; until: string };
  group?: 'complex';
  reason: string;
  matter: string;
  /** Minutes after midnight at which people had booked, and what they do: one after another. */
  booked: readonly [minutes: number, Answer][];
  rounds: readonly Round[];
}
/** Whoever of the stories' own people is affected by a closure. */
type Affected = Map<string, { visit: Visit; answer: Answer }>;

const PAST: Closure = {
  declared: [-6, 600],
  closed: { day: -5, from: '13:30', until: '17:00' },
  group: 'complex',
  reason: '综合业务系统故障检修，当天下午综合业务暂停办理',
  matter: '对纳税人变更纳税定额的核准',
  booked: [
    [840, 'chooses'],
    [840, 'chooses'],
    [840, 'asksForCall'],
    [900, 'chooses'],
    [900, 'looks'],
    [900, 'nothing'],
  ],
  rounds: [
    { afterMs: 75 * MINUTE_MS, result: 'noAnswer' },
    { afterMs: 250 * MINUTE_MS, result: 'reached' },
    { afterMs: 24 * HOUR_MS + 30 * MINUTE_MS, result: 'reached' },
  ],
};
/** Further ahead than anybody of the history books. */
const COMING: Closure = {
  declared: [-1, 890],
  closed: { day: 7, from: '08:30', until: '12:00' },
  reason: '办税系统升级演练，当天上午暂停办理',
  matter: '代开增值税普通发票',
  booked: [
    [540, 'chooses'],
    [570, 'nothing'],
    [600, 'nothing'],
    [630, 'nothing'],
    [660, 'looks'],
  ],
  rounds: [{ afterMs: 90 * MINUTE_MS, result: 'noAnswer', upTo: 1 }],
};
/** The slots of the coming days, before the first of these people wants one. */
const SLOTS_AHEAD: When = [-1, 780];
const LISTED_BEFORE_CALLS_MS = 5 * MINUTE_MS;
const LATEST_LOOK_MS = 5 * MINUTE_MS;
const AT_ONCE = 100;
const DAYS_TO_LOOK = 7;

/** In the smallest hall: an afternoon that was closed last week, everybody taken care of; and a morning to come, with people still to call. */
export function planClosures(world: World, others: readonly Person[]): void {
  const script = new Script(world);
  script.act(SLOTS_AHEAD, () => world.slots.materialise());
  planClosure(script, PAST, others);
  planClosure(script, COMING, [...others].reverse());
  world.timeline.plan(world.until - LATEST_LOOK_MS, () => world.offersWorker.run());
}

function planClosure(script: Script, closure: Closure, people: readonly Person[]): void {
  const { world } = script;
  const { declared, closed, group, reason, rounds } = closure;
  const [on, at, hall] = [script.day(closed.day), script.instant(declared), script.hall(2)];
  if (on === undefined || !Number.isFinite(at)) return;
  const affected = planVisits(script, closure, people);
  world.timeline.plan(at, async () => {
    const time = { from: `${on} ${closed.from}`, until: `${on} ${closed.until}` };
    const scope = group ? { scope: 'group' as const, group } : { scope: 'hall' as const };
    const { id } = await world.disruptions.create(world.manager, { hallId: hall.id, ...scope, ...time, reason });
    await world.offersWorker.settled();
    const { items } = await world.disruptions.affected(world.manager, id, { limit: AT_ONCE });
    let minutes = 0;
    for (const [appointmentId, { visit, answer }] of affected) {
      const party = items.find(({ appointment }) => appointment.id === appointmentId);
      minutes += 7;
      if (party) planAnswer(world, visit, party.id, answer, at + minutes * MINUTE_MS);
    }
  });
  for (const round of rounds) {
    world.timeline.plan(at + round.afterMs - LISTED_BEFORE_CALLS_MS, () => world.offersWorker.run());
    world.timeline.plan(at + round.afterMs, () => callThem(world, hall.id, round, affected));
  }
}

/** Who booked the time before it was closed, filled in as they book. */
function planVisits(
  script: Script,
  { closed, declared, matter, booked }: Closure,
  people: readonly Person[],
): Affected {
  const affected: Affected = new Map();
  booked.forEach(([minutes, answer], i) => {
    const person = people[i];
    if (!person) return;
    script.books(
      [declared[0], declared[1] - 90 + 7 * i],
      [closed.day, minutes],
      { hall: script.hall(2), matter: script.matter(matter), taxpayerId: person.selfId },
      () => person,
      (visit) => void affected.set(visit.booked.id, { visit, answer }),
    );
  });
  return affected;
}

function planAnswer(world: World, visit: Visit, partyId: string, answer: Answer, at: number): void {
  if (answer === 'nothing') return;
  const { ctx } = visit.person;
  world.timeline.plan(at, async () => {
    const { version, alternatives } = await world.offers.get(ctx, partyId);
    if (answer === 'looks') return;
    const wanted = answer === 'chooses' ? preferred(alternatives, visit) : undefined;
    const choice = { version, ...(wanted && { appointmentId: wanted }) };
    const { chosenAppointmentId } = await world.offers.choose(ctx, partyId, choice);
    await comesInstead(world, visit, chosenAppointmentId);
  });
}

/** A place that is held in the hall that one knows, otherwise the first. */
function preferred(alternatives: AffectedView['alternatives'], { hall }: Visit): string | undefined {
  return (alternatives.find((one) => one.hall.id === hall.id) ?? alternatives[0])?.appointmentId;
}

async function callThem(world: World, hallId: string, { result, upTo }: Round, affected: Affected): Promise<void> {
  const officer = world.officers.at(hallId, lotsOf(world.seed, 'calls', world.clock.now()));
  const { items } = await world.callList.list(officer, hallId, { limit: AT_ONCE });
  const inOrder = items.sort((a, b) => a.appointment.startsAt - b.appointment.startsAt);
  for (const task of inOrder.slice(0, upTo)) {
    const { id, version } = task;
    const visit = affected.get(task.appointment.id)?.visit;
    if (result === 'noAnswer') {
      await world.callList.record(officer, id, { version, result, note: '两次拨打均无人接听' });
    } else if (visit) {
      const place = await placeFor(world, visit, task);
      if (!place) continue;
      const { chosenAppointmentId } = await world.callList.record(officer, id, { version, result, ...place });
      await comesInstead(world, visit, chosenAppointmentId);
    } else {
      await world.callList.record(officer, id, { version, result: 'declined', note: '本人说已在网上办好' });
    }
  }
}

/** One that is held for the person, otherwise the nearest slot of the days after the closure. */
async function placeFor(
  world: World,
  visit: Visit,
  { alternatives, appointment: { startsAt } }: CallTaskView,
): Promise<{ appointmentId: string } | { slotId: string } | undefined> {
  const held = preferred(alternatives, visit);
  if (held !== undefined) return { appointmentId: held };
  const { hall, matter } = visit;
  for (let days = 1; days <= DAYS_TO_LOOK; days++) {
    const slot = await nearestFree(world, { hall, matter, on: addDays(localDateOf(startsAt), days), minutes: 840 });
    if (slot) return { slotId: slot.id };
  }
  return undefined;
}

/** The new appointment is kept as any other, when its time has come. */
async function comesInstead(world: World, visit: Visit, appointmentId: string | null): Promise<void> {
  if (appointmentId === null) return;
  const booked = await world.appointments.get(visit.person.ctx, appointmentId);
  settle(world, { ...visit, hall: world.halls.get(booked.hall.id), booked }, 'served');
}
