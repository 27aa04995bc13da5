import { MINUTE_MS } from '@yiyun/shared';
import type { Person } from '../people.js';
import type { World } from '../world.js';
import { nearestFree, settle, type Visit } from './appointments.js';
import { Script, type When } from './script.js';

const INVOICE = '代开增值税普通发票';
const PROOF = '开具税收完税证明';
/** Waits for an officer; a slot holds few of it. */
const QUOTA = '对纳税人变更纳税定额的核准';
const CLOSING_DOWN = '税务注销即时办理';
/** After the end of a visit nobody can check in any more. */
const MISSED_AFTER_MS = 31 * MINUTE_MS;
/** The slot that is full, two working days from now. */
const FULL: When = [2, 540];
const FILLED_AGO_MS = 150 * MINUTE_MS;
const WAITS_AGO_MS = 100 * MINUTE_MS;
const GIVEN_BACK_AGO_MS = 25 * MINUTE_MS;
const HELD_AGO_MS = 3 * MINUTE_MS;

/** Visits missed, moved and of several matters; a slot for which people wait; a place that somebody holds right now. */
export function planSingleVisits(
  world: World,
  { absent, others }: { absent: Person; others: readonly Person[] },
): void {
  const script = new Script(world);
  const [a, b, c, d, e, f, one, another] = others as [Person, Person, Person, Person, Person, Person, Person, Person];
  planAbsent(script, absent);
  planMoved(script, one, [3, 870], [4, 870]);
  planMoved(script, another, [-9, 870], [-8, 870]);
  planSeveral(script, one, [PROOF, INVOICE], [-12, 600]);
  planSeveral(script, another, [CLOSING_DOWN, QUOTA], [5, 600]);
  planWaitlist(script, [a, b, c], [d, e, f]);
  planHold(script, one);
}

/** Somebody who did not come four times: one was taken back, three block him, and he asks about the last. */
function planAbsent(script: Script, person: Person): void {
  const { standing, manager } = script.world;
  const appeals = ({ booked }: Visit, statement: string) => standing.appeal(person.ctx, booked.id, { statement });
  planMissed(script, person, PROOF, [-38, 570], (visit) => {
    script.act(
      [-37, 1160],
      async () => void (await appeals(visit, '当天地铁停运，到厅时签到已经结束，导税台有登记。')),
    );
    script.act([-36, 600], async () => {
      const { items } = await standing.appeals(manager, { status: 'pending' });
      const version = items.find(({ appointmentId }) => appointmentId === visit.booked.id)?.version ?? 0;
      const reply = '导税台登记与您的说明一致，本次不计爽约，给您带来不便请谅解。';
      await standing.decide(manager, visit.booked.id, { version, upheld: true, reply });
    });
  });
  planMissed(script, person, INVOICE, [-25, 630]);
  planMissed(script, person, PROOF, [-14, 900]);
  planMissed(script, person, INVOICE, [-5, 570], (visit) => {
    const statement = '那天上午母亲摔伤，我在医院陪护，没顾上在手机上取消。有急诊病历，可以带来核对。';
    script.act([-1, 1170], async () => void (await appeals(visit, statement)));
  });
}

/** Booked and confirmed, but nobody came. */
function planMissed(
  script: Script,
  person: Person,
  matter: string,
  when: When,
  then: (visit: Visit) => void = () => undefined,
): void {
  const { timeline, noShows } = script.world;
  script.visit(person, script.hall(1), matter, when, (visit) => {
    timeline.plan(visit.booked.endsAt + MISSED_AFTER_MS, () => noShows.end(visit.booked.id));
    then(visit);
  });
}

/** Booked for one time, and changed to another the day after. */
function planMoved(script: Script, person: Person, before: When, after: When): void {
  const { world } = script;
  const [hall, matter] = [script.hall(1), script.matter(PROOF)];
  const bookedOn = Math.min(before[0] - 3, -2);
  const wish = { hall, matter, taxpayerId: person.selfId };
  const move = async ({ booked, random }: Visit) => {
    const on = script.day(after[0]);
    const slot = on && (await nearestFree(world, { hall, matter, on, minutes: after[1] }));
    if (!slot) return;
    const { id, version } = booked;
    const moved = await world.rescheduling.byCitizen(person.ctx, id, { slotId: slot.id, version });
    if (after[0] < 0) settle(world, { person, hall, matter, booked: moved, random }, 'served');
  };
  script.books(
    [bookedOn, 1140],
    before,
    wish,
    () => person,
    (visit) => script.act([bookedOn + 1, 605], () => move(visit)),
  );
}

/** One visit for more than one matter. */
function planSeveral(script: Script, person: Person, [first = '', ...more]: readonly string[], when: When): void {
  const further = more.map((name) => script.matter(name));
  const wish = { hall: script.hall(1), matter: script.matter(first), further, taxpayerId: person.selfId };
  script.books(
    [Math.min(when[0] - 2, -1), 1125],
    when,
    wish,
    () => person,
    (visit) => {
      if (when[0] < 0) settle(script.world, visit, 'served');
    },
  );
}

/** Some take a slot whole, others wait for it; the first of them was just offered the place that somebody gave back. */
function planWaitlist(script: Script, taking: readonly Person[], waiting: readonly Person[]): void {
  const { world } = script;
  const { timeline, until } = world;
  const [hall, matter, on] = [script.hall(2), script.matter(QUOTA), script.day(FULL[0])];
  if (on === undefined) return;
  taking.forEach((person, i) => {
    timeline.plan(until - FILLED_AGO_MS + i * MINUTE_MS, async () => {
      const slot = await nearestFree(world, { hall, matter, on, minutes: FULL[1] });
      if (!slot) return;
      const body = { slotId: slot.id, matterId: matter.id, taxpayerId: person.selfId };
      const { id, version } = await world.appointments.book(person.ctx, body);
      const giveBack = () => world.appointments.cancel(person.ctx, id, { version, reason: '由同事去办理' });
      if (i === 0) timeline.plan(until - GIVEN_BACK_AGO_MS, async () => void (await giveBack()));
    });
  });
  waiting.forEach((person, i) => {
    timeline.plan(until - WAITS_AGO_MS + 9 * i * MINUTE_MS, async () => {
      const slots = await world.slots.ofDay(hall.id, [matter.id], on);
      const full = slots.find(({ startsAt }) => startsAt === script.instant(FULL));
      if (!full) return;
      const wish = { slotId: full.id, matterId: matter.id, taxpayerId: person.selfId, scope: 'slot' as const };
      await world.waitlist.join(person.ctx, wish);
    });
  });
}

/** Somebody is just filling in the rest. */
function planHold(script: Script, person: Person): void {
  const { world } = script;
  const [hall, matter, on] = [script.hall(1), script.matter(PROOF), script.day(3)];
  if (on === undefined) return;
  world.timeline.plan(world.until - HELD_AGO_MS, async () => {
    const slot = await nearestFree(world, { hall, matter, on, minutes: 600 });
    if (!slot) return;
    await world.appointments.hold(person.ctx, { slotId: slot.id, matterId: matter.id, taxpayerId: person.selfId });
  });
}
