import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type AppointmentView,
  addDays,
  isWorkingDay,
  MINUTE_MS,
  type SlotView,
  type WaitlistEntryView,
  type WaitlistScope,
} from '@yiyun/shared';
import { HoldsJob } from '../../src/modules/appointments/holds.job.js';
import { WaitlistJob } from '../../src/modules/appointments/waitlist/waitlist.job.js';
import { Halls } from '../../src/modules/halls/index.js';
import { asCitizen, asOfficer, type TestCitizen } from '../harness/actors.js';
import { firstHall, makeSlots, slotFaults, slotsOn, someMatter } from '../harness/appointments.js';
import { currentRow, replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';

describe('the waitlist', () => {
  let test: TestApp;
  let hallId: string;
  let matterId: string;
  let on = '2026-11-23';
  let owner: TestCitizen;
  let booked: AppointmentView;
  let only: SlotView;

  beforeAll(async () => {
    test = await startApp();
    hallId = firstHall(test).id;
    matterId = someMatter(test, 'automatic', 'simple').id;
  });
  afterAll(() => test.close());
  /** A new day on which every slot has one place, and that of the first is taken. */
  beforeEach(async () => {
    do on = addDays(on, 1);
    while (!isWorkingDay(test.app.get(Halls, { strict: false }).calendarOf(hallId), on));
    test.clock.set(addDays(on, -1), 12 * 60);
    await makeSlots(test);
    await test.db.change('UPDATE slot SET capacityPublic = 1, capacityTotal = 1 WHERE onDay = ? AND hallId = ?', [
      on,
      hallId,
    ]);
    only = await slot(0);
    owner = await asCitizen(test);
    booked = await book(owner, only);
  });

  const slot = async (nth: number): Promise<SlotView> => (await slotsOn(test, hallId, matterId, on))[nth] as SlotView;
  const book = (who: TestCitizen, { id: slotId }: SlotView) =>
    who.client.appointments.book({ body: { slotId, matterId, taxpayerId: who.taxpayerId } });
  const join = (who: TestCitizen, scope: WaitlistScope = 'slot', { id: slotId } = only) =>
    who.client.waitlist.join({ body: { slotId, matterId, taxpayerId: who.taxpayerId, scope } });
  const waiting = async (count: number, scope?: WaitlistScope): Promise<TestCitizen[]> => {
    const people: TestCitizen[] = [];
    for (let i = 0; i < count; i++) {
      people.push(await asCitizen(test));
      await join(people[i] as TestCitizen, scope);
      test.clock.advance(1000);
    }
    return people;
  };
  const entry = async (who: TestCitizen): Promise<WaitlistEntryView> =>
    (await who.client.waitlist.mine({ query: {} })).items[0] as WaitlistEntryView;
  const statuses = async (people: TestCitizen[]) => Promise.all(people.map(async (one) => (await entry(one)).status));
  const cancel = (who: TestCitizen, { id, version }: AppointmentView) =>
    who.client.appointments.cancel({ params: { appointmentId: id }, body: { version } });
  const held = async (who: TestCitizen): Promise<AppointmentView> => {
    const appointmentId = (await entry(who)).appointmentId ?? '';
    return who.client.appointments.get({ params: { appointmentId } });
  };
  const submit = (who: TestCitizen, { id, version }: AppointmentView) =>
    who.client.appointments.submit({ params: { appointmentId: id }, body: { version } });
  const leave = (who: TestCitizen, { id, version }: WaitlistEntryView) =>
    who.client.waitlist.leave({ params: { waitlistEntryId: id }, body: { version } });
  /** Those that tidy up, without the making of slots. */
  const jobs = async () => {
    await test.app.get(HoldsJob, { strict: false }).run();
    await test.app.get(WaitlistJob, { strict: false }).run();
  };
  const code = (expected: string) => ({ code: expected });

  it('refuses nobody, another’s taxpayer, what is free, and the same twice', async () => {
    const citizen = await asCitizen(test);
    const body = { slotId: only.id, matterId, taxpayerId: owner.taxpayerId, scope: 'slot' as const };
    await expect(test.client().waitlist.join({ body })).rejects.toMatchObject(code('auth.required'));
    await expect(citizen.client.waitlist.join({ body })).rejects.toMatchObject(code('identity.taxpayer_not_yours'));
    await expect(join(citizen, 'slot', await slot(1))).rejects.toMatchObject(code('waitlist.place_free'));
    await expect(join(citizen, 'day')).rejects.toMatchObject(code('waitlist.place_free'));
    await expect(join(owner)).rejects.toMatchObject(code('appointment.already_booked'));
    const both = await Promise.allSettled([join(citizen), join(citizen)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: code('waitlist.already_waiting'),
    });
    const mine = await entry(citizen);
    expect(mine).toMatchObject({ status: 'waiting', fromAt: only.startsAt, untilAt: only.endsAt, aheadCount: 0 });
    await expect(leave(owner, mine)).rejects.toMatchObject(code('request.not_found'));
    await expect(leave(citizen, { ...mine, version: 9 })).rejects.toMatchObject(code('request.stale'));
    expect(await leave(citizen, mine)).toMatchObject({ status: 'left' });
    await expect(leave(citizen, await entry(citizen))).rejects.toMatchObject(code('request.not_available'));
  });

  it('A1: a place given back is held for the first in line in the same moment, and nobody else can have it', async () => {
    const [first, second] = (await waiting(2)) as [TestCitizen, TestCitizen];
    expect([(await entry(first)).aheadCount, (await entry(second)).aheadCount]).toEqual([0, 1]);
    const crowd = await Promise.all(Array.from({ length: 20 }, () => asCitizen(test)));
    const tries = await Promise.allSettled([cancel(owner, booked), ...crowd.map((one) => book(one, only))]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await statuses([first, second])).toEqual(['offered', 'waiting']);
    const offer = await held(first);
    expect(offer).toMatchObject({ status: 'held', offeredBy: 'waitlist', availableActions: ['submit', 'release'] });
    expect(offer.heldUntil).toBe(test.clock.now() + 60 * MINUTE_MS);
    await test.settle();
    const [message] = (await first.client.messaging.inbox({ query: {} })).items;
    expect(message).toMatchObject({ title: '候补到号了', subjectKind: 'waitlist' });
    expect(await submit(first, offer)).toMatchObject({ status: 'confirmed' });
    expect(await statuses([first, second])).toEqual(['taken', 'waiting']);
    expect(await slotFaults(test)).toEqual([]);
    const { id } = await entry(first);
    const row = await currentRow(test, 'waitlist_entry', { id });
    const { version, facts } = await replayed(test, `waitlist:${id}`);
    expect({ ...row, ...facts }).toEqual(row);
    expect(version).toBe(row.version);
  });

  it('cascades when an offer is refused, and when it runs out, in the order of joining', async () => {
    const people = (await waiting(4)) as [TestCitizen, TestCitizen, TestCitizen, TestCitizen];
    const [first, second, third, fourth] = people;
    await cancel(owner, booked);
    await leave(first, await entry(first));
    expect(await statuses(people)).toEqual(['left', 'offered', 'waiting', 'waiting']);
    await cancel(second, await held(second));
    expect(await statuses(people)).toEqual(['left', 'left', 'offered', 'waiting']);
    test.clock.advance(60 * MINUTE_MS);
    expect((await entry(third)).status).toBe('lapsed');
    await expect(submit(third, await held(third))).rejects.toMatchObject(code('appointment.hold_expired'));
    // No job has run: whoever asks for the place brings the list forward, and it is not his.
    await expect(book(await asCitizen(test), only)).rejects.toMatchObject(code('appointment.slot_full'));
    expect(await statuses(people)).toEqual(['left', 'left', 'lapsed', 'offered']);
    test.clock.advance(60 * MINUTE_MS);
    await jobs();
    expect((await entry(fourth)).status).toBe('lapsed');
    expect((await slot(0)).remaining).toBe(1);
    expect(await slotFaults(test)).toEqual([]);
  });

  it('waits for a half-day or a day, and takes whatever comes first in it', async () => {
    for (let nth = 1; nth < (await slotsOn(test, hallId, matterId, on)).length; nth++) {
      await book(await asCitizen(test), await slot(nth));
    }
    const [ofDay, ofHalf] = [await asCitizen(test), await asCitizen(test)];
    const all = await slotsOn(test, hallId, matterId, on);
    expect(await join(ofDay, 'day')).toMatchObject({ fromAt: all[0]?.startsAt, untilAt: all.at(-1)?.endsAt });
    test.clock.advance(1000);
    expect((await join(ofHalf, 'halfDay', all.at(-1))).aheadCount).toBe(1);
    await cancel(owner, booked);
    expect(await statuses([ofDay, ofHalf])).toEqual(['offered', 'waiting']);
    expect((await held(ofDay)).startsAt).toBe(only.startsAt);
    expect(await slotFaults(test)).toEqual([]);
  });

  it('passes over who has an appointment in that half-day by now, and keeps his turn', async () => {
    const [first, second] = (await waiting(2)) as [TestCitizen, TestCitizen];
    const other = await book(first, await slot(1));
    await cancel(owner, booked);
    expect(await statuses([first, second])).toEqual(['waiting', 'offered']);
    await cancel(first, other);
    await leave(second, await entry(second));
    expect(await statuses([first, second])).toEqual(['offered', 'left']);
    expect(await slotFaults(test)).toEqual([]);
  });

  it('gets places that are declined, changed away, or made anew', async () => {
    const people = (await waiting(3)) as [TestCitizen, TestCitizen, TestCitizen];
    const officer = await asOfficer(test, hallId);
    await officer.client.appointments.decline({
      params: { appointmentId: booked.id },
      body: { version: 1, reason: '请在网上办理' },
    });
    expect(await statuses(people)).toEqual(['offered', 'waiting', 'waiting']);
    const taken = await submit(people[0], await held(people[0]));
    await people[0].client.appointments.reschedule({
      params: { appointmentId: taken.id },
      body: { version: taken.version, slotId: (await slot(8)).id },
    });
    expect(await statuses(people)).toEqual(['taken', 'offered', 'waiting']);
    await test.db.change('UPDATE slot SET capacityPublic = 2, capacityTotal = 2 WHERE id = ?', [only.id]);
    test.clock.advance(MINUTE_MS);
    await jobs();
    expect(await statuses(people)).toEqual(['taken', 'offered', 'offered']);
    expect(await slotFaults(test)).toEqual([]);
  });

  it('is not offered a place that the plan no longer has, nor one of closed hours; then it lapses', async () => {
    const [first] = (await waiting(1)) as [TestCitizen];
    await test.db.change('UPDATE slot SET capacityTotal = 0 WHERE id = ?', [only.id]);
    await cancel(owner, booked);
    const [row] = await test.db.read.query<{ booked: number; capacityPublic: number }[]>(
      'SELECT booked, capacityPublic FROM slot WHERE id = ?',
      [only.id],
    );
    expect(row).toEqual({ booked: 0, capacityPublic: 0 });
    expect(await statuses([first])).toEqual(['waiting']);
    await test.db.change('UPDATE slot SET closedReason = ?, capacityPublic = 1, capacityTotal = 1 WHERE id = ?', [
      '停电',
      only.id,
    ]);
    test.clock.advance(MINUTE_MS);
    await jobs();
    expect(await statuses([first])).toEqual(['lapsed']);
    await test.settle();
    const [message] = (await first.client.messaging.inbox({ query: {} })).items;
    expect(message).toMatchObject({ title: '候补已结束' });
    expect(await slotFaults(test)).toEqual([]);
  });
});
