import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppointmentView, SlotView } from '@yiyun/shared';
import { asCitizen, asOfficer, type TestCitizen } from '../harness/actors.js';
import { firstHall, makeSlots, secondHall, slotFaults, slotsOn, someMatter } from '../harness/appointments.js';
import { currentRow, replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const TUESDAY = '2026-11-24';
const FRIDAY = '2026-11-27';

describe('changing an appointment to another time', () => {
  let test: TestApp;
  let hallId: string;
  let matterId: string;

  beforeAll(async () => {
    test = await startApp();
    await makeSlots(test);
    hallId = firstHall(test).id;
    matterId = someMatter(test, 'automatic', 'simple').id;
  });
  afterAll(() => test.close());

  const slot = async (on: string, nth: number): Promise<SlotView> =>
    (await slotsOn(test, hallId, matterId, on))[nth] as SlotView;
  const places = ({ id }: SlotView, n: number) =>
    test.db.change('UPDATE slot SET capacityPublic = ?, capacityTotal = ? WHERE id = ?', [n, n, id]);
  const book = async (who: TestCitizen, { id: slotId }: SlotView, furtherMatterIds: string[] = []) =>
    who.client.appointments.book({ body: { slotId, matterId, taxpayerId: who.taxpayerId, furtherMatterIds } });
  const change = (who: TestCitizen, { id, version }: AppointmentView, { id: slotId }: SlotView, key?: string) =>
    who.client.appointments.reschedule(
      { params: { appointmentId: id }, body: { version, slotId } },
      { idempotencyKey: key },
    );
  const get = (who: TestCitizen, { id }: AppointmentView) =>
    who.client.appointments.get({ params: { appointmentId: id } });
  const code = (expected: string) => ({ code: expected });

  it('is for its owner, in time, and leads from the old one to the new (R4)', async () => {
    const [citizen, other] = [await asCitizen(test), await asCitizen(test)];
    const [from, to] = [await slot(TUESDAY, 2), await slot(FRIDAY, 3)];
    const old = await book(citizen, from);
    const anonymous = test.client().appointments.reschedule({
      params: { appointmentId: old.id },
      body: { version: 1, slotId: to.id },
    });
    await expect(anonymous).rejects.toMatchObject(code('auth.required'));
    await expect(change(other, old, to)).rejects.toMatchObject(code('request.not_found'));
    await expect(change(citizen, { ...old, version: 7 }, to)).rejects.toMatchObject(code('request.stale'));
    await expect(change(citizen, old, { ...to, id: '0'.repeat(26) })).rejects.toMatchObject(code('request.not_found'));
    const key = 'change-once-001';
    const fresh = await change(citizen, old, to, key);
    expect(await change(citizen, old, to, key)).toEqual(fresh);
    expect(fresh).toMatchObject({ status: 'confirmed', startsAt: to.startsAt, rescheduledFromId: old.id });
    expect(await get(citizen, old)).toMatchObject({ status: 'rescheduled', rescheduledToId: fresh.id });
    expect([(await slot(TUESDAY, 2)).remaining, (await slot(FRIDAY, 3)).remaining]).toEqual([
      from.remaining,
      to.remaining - 1,
    ]);
    await expect(change(citizen, old, to)).rejects.toMatchObject(code('request.not_available'));
    for (const { id } of [old, fresh]) {
      const row = await currentRow(test, 'appointment', { id });
      const { version, facts } = await replayed(test, `appointment:${id}`);
      expect({ ...row, ...facts }).toEqual(row);
      expect(version).toBe(row.version);
    }
    expect((await citizen.client.appointments.standing()).strikes).toEqual([]);
    expect(await slotFaults(test)).toEqual([]);
  });

  it('keeps the old place where the new one can’t be had', async () => {
    const citizen = await asCitizen(test);
    const old = await book(citizen, await slot(TUESDAY, 4));
    const full = await slot(FRIDAY, 4);
    await places(full, 0);
    await expect(change(citizen, old, full)).rejects.toMatchObject(code('appointment.slot_full'));
    expect(await get(citizen, old)).toMatchObject({ status: 'confirmed', version: 1 });
    await book(citizen, await slot(FRIDAY, 0));
    await expect(change(citizen, old, await slot(FRIDAY, 5))).rejects.toMatchObject(code('appointment.already_booked'));
    expect(await get(citizen, old)).toMatchObject({ status: 'confirmed', version: 1 });
    test.clock.set(TUESDAY, 9 * 60 + 45);
    await expect(change(citizen, old, await slot(FRIDAY, 8))).rejects.toMatchObject(
      code('appointment.reschedule_too_late'),
    );
    test.clock.set('2026-11-23', 9 * 60 + 30);
    expect(await slotFaults(test)).toEqual([]);
  });

  it('stays within its half-day, and of several matters keeps the slots that it shares', async () => {
    const citizen = await asCitizen(test);
    const [first, second] = [await slot(FRIDAY, 8), await slot(FRIDAY, 9)];
    await places(second, 1);
    const old = await book(citizen, first, [matterId]);
    const fresh = await change(citizen, old, second);
    expect(fresh).toMatchObject({ startsAt: second.startsAt, furtherMatters: [{ id: matterId }] });
    expect((await slot(FRIDAY, 8)).remaining).toBe(first.remaining);
    expect((await slot(FRIDAY, 9)).remaining).toBe(0);
    expect(await slotFaults(test)).toEqual([]);
  });

  it('A1: of 20 who change to one place one has it, and nobody loses what he had', async () => {
    const last = await slot(FRIDAY, 12);
    await places(last, 1);
    const crowd = await Promise.all(Array.from({ length: 20 }, () => asCitizen(test)));
    const from = [await slot(TUESDAY, 5), await slot(TUESDAY, 6), await slot(TUESDAY, 7)];
    for (const { id } of from) await test.db.change('UPDATE slot SET capacityPublic = 20 WHERE id = ?', [id]);
    const old = await Promise.all(crowd.map((one, i) => book(one, from[i % 3] as SlotView)));
    const outcomes = await Promise.allSettled(crowd.map((one, i) => change(one, old[i] as AppointmentView, last)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const live = await Promise.all(crowd.map((one) => one.client.appointments.mine({ query: {} })));
    expect(live.map(({ items }) => items.length)).toEqual(crowd.map(() => 1));
    expect(await slotFaults(test)).toEqual([]);
  }, 120_000);

  it('is made by an officer of its hall for who calls, also too late', async () => {
    const citizen = await asCitizen(test);
    const old = await book(citizen, await slot(TUESDAY, 9));
    const to = await slot(FRIDAY, 1);
    const request = { params: { appointmentId: old.id }, body: { version: 1, slotId: to.id } };
    const elsewhere = await asOfficer(test, secondHall(test).id);
    await expect(elsewhere.client.appointments.hallReschedule(request)).rejects.toMatchObject(code('auth.forbidden'));
    test.clock.set(TUESDAY, 13 * 60 + 20);
    const late = await asOfficer(test, hallId);
    const fresh = await late.client.appointments.hallReschedule(request);
    expect(fresh).toMatchObject({ status: 'confirmed', rescheduledFromId: old.id, startsAt: to.startsAt });
    await test.settle();
    const [message] = (await citizen.client.messaging.inbox({ query: {} })).items;
    expect(message).toMatchObject({ title: '预约成功', subjectId: fresh.id });
    expect(await slotFaults(test)).toEqual([]);
  });
});
