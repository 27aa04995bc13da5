import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type AppointmentView, addDays, isWorkingDay, MINUTE_MS, type SlotView } from '@yiyun/shared';
import { Halls } from '../../src/modules/halls/index.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { asCitizen, type TestCitizen } from '../harness/actors.js';
import { firstHall, makeSlots, slotFaults, slotsOn, someMatter } from '../harness/appointments.js';
import { currentRow, replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';

describe('a place is held, then confirmed', () => {
  let test: TestApp;
  let citizen: TestCitizen;
  let other: TestCitizen;
  let hallId: string;
  let matterId: string;
  let on = '2026-11-23';

  beforeAll(async () => {
    test = await startApp();
    hallId = firstHall(test).id;
    matterId = someMatter(test, 'automatic', 'simple').id;
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    do on = addDays(on, 1);
    while (!isWorkingDay(test.app.get(Halls, { strict: false }).calendarOf(hallId), on));
    test.clock.set(on, 8 * 60);
    await makeSlots(test);
    [citizen, other] = [await asCitizen(test), await asCitizen(test)];
  });

  const slots = () => slotsOn(test, hallId, matterId, on);
  const slot = async (nth = 0): Promise<SlotView> => (await slots())[nth] as SlotView;
  const places = (id: string, n: number) => test.db.change('UPDATE slot SET capacityPublic = ? WHERE id = ?', [n, id]);
  const hold = (who: TestCitizen, slotId: string, over: { furtherMatterIds?: string[]; key?: string } = {}) => {
    const { key, ...more } = over;
    const body = { slotId, matterId, taxpayerId: who.taxpayerId, ...more };
    return who.client.appointments.hold({ body }, { idempotencyKey: key });
  };
  const book = (who: TestCitizen, slotId: string) =>
    who.client.appointments.book({ body: { slotId, matterId, taxpayerId: who.taxpayerId } });
  const submit = (who: TestCitizen, { id, version }: AppointmentView, note?: string) =>
    who.client.appointments.submit({ params: { appointmentId: id }, body: { version, ...(note && { note }) } });
  const cancel = (who: TestCitizen, { id, version }: AppointmentView) =>
    who.client.appointments.cancel({ params: { appointmentId: id }, body: { version } });
  const get = (who: TestCitizen, { id }: AppointmentView) =>
    who.client.appointments.get({ params: { appointmentId: id } });

  it('refuses nobody, nonsense and another’s taxpayer', async () => {
    const { id: slotId } = await slot();
    const body = { slotId, matterId, taxpayerId: citizen.taxpayerId };
    await expect(test.client().appointments.hold({ body })).rejects.toMatchObject({ code: 'auth.required' });
    const odd = { ...body, furtherMatterIds: ['x'] };
    await expect(citizen.client.appointments.hold({ body: odd })).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(other.client.appointments.hold({ body })).rejects.toMatchObject({
      code: 'identity.taxpayer_not_yours',
    });
    expect(await slotFaults(test)).toEqual([]);
  });

  it('shows until when, and becomes an appointment with what was said last (R4)', async () => {
    const { id: slotId, remaining, startsAt } = await slot();
    const held = await hold(citizen, slotId);
    expect(held).toMatchObject({
      status: 'held',
      heldUntil: test.clock.now() + 10 * MINUTE_MS,
      availableActions: ['submit', 'release'],
      checkInFrom: startsAt - 30 * MINUTE_MS,
    });
    expect((await slot()).remaining).toBe(remaining - 1);
    const mine = await citizen.client.appointments.mine({ query: {} });
    expect(mine.items.map(({ id }) => id)).toEqual([held.id]);
    await expect(submit(other, held)).rejects.toMatchObject({ code: 'request.not_found' });

    test.clock.advance(9 * MINUTE_MS);
    const made = await submit(citizen, held, '带了原件');
    expect(made).toMatchObject({ status: 'confirmed', version: 2, note: '带了原件', heldUntil: null });
    expect((await get(citizen, held)).timeline.map(({ kind }) => kind)).toEqual([
      'AppointmentHeld',
      'AppointmentSubmitted',
    ]);
    await expect(submit(citizen, made)).rejects.toMatchObject({ code: 'request.not_available' });
    const row = await currentRow(test, 'appointment', { id: held.id });
    const { version, facts } = await replayed(test, `appointment:${held.id}`);
    expect({ ...row, ...facts }).toEqual(row);
    expect(version).toBe(row.version);
    await test.settle();
    const inbox = await citizen.client.messaging.inbox({ query: {} });
    expect(inbox.items.map(({ title }) => title)).toEqual(['预约成功']);
  });

  it('A1: over, it is bookable at once although no job runs, and can’t be submitted', async () => {
    const { id: slotId } = await slot();
    await places(slotId, 1);
    const held = await hold(citizen, slotId);
    await expect(book(other, slotId)).rejects.toMatchObject({ code: 'appointment.slot_full' });
    expect((await slot()).remaining).toBe(0);

    test.clock.advance(10 * MINUTE_MS);
    expect((await slot()).remaining).toBe(1);
    const { days } = await test.client().appointments.slotDays({ params: { hallId }, query: { matterId } });
    const whole = (await slots()).reduce((sum, { remaining }) => sum + remaining, 0);
    expect(days[0]).toMatchObject({ on, remaining: whole });
    expect(await get(citizen, held)).toMatchObject({ status: 'expired', heldUntil: null, availableActions: [] });
    await expect(submit(citizen, held)).rejects.toMatchObject({ code: 'appointment.hold_expired' });

    expect(await book(other, slotId)).toMatchObject({ status: 'confirmed' });
    expect((await get(citizen, held)).timeline.at(-1)).toMatchObject({ kind: 'HoldEnded', by: '系统' });
    await expect(submit(citizen, held)).rejects.toMatchObject({ code: 'request.not_available' });
    expect(await slotFaults(test)).toEqual([]);
    for (const period of ['upcoming', 'past'] as const)
      expect((await citizen.client.appointments.mine({ query: { period } })).items).toEqual([]);
  });

  it('over, it stands in the way of no booking of the same half-day', async () => {
    await hold(citizen, (await slot(0)).id);
    test.clock.advance(10 * MINUTE_MS);
    expect(await book(citizen, (await slot(1)).id)).toMatchObject({ status: 'confirmed' });
    expect(await slotFaults(test)).toEqual([]);
  });

  it('is given back by its owner, and then never was an appointment', async () => {
    const { id: slotId, remaining } = await slot();
    const held = await hold(citizen, slotId);
    await expect(cancel(other, held)).rejects.toMatchObject({ code: 'request.not_found' });
    expect(await cancel(citizen, held)).toMatchObject({ status: 'expired', cancelledBy: null, availableActions: [] });
    await expect(cancel(citizen, held)).rejects.toMatchObject({ code: 'request.not_available' });
    expect((await slot()).remaining).toBe(remaining);
    expect(await slotFaults(test)).toEqual([]);
  });

  it('is one choice at a time: another one replaces it, a refused one leaves it, the same one is given again', async () => {
    const [first, second, full] = [await slot(0), await slot(1), await slot(2)];
    await places(full.id, 0);
    const held = await hold(citizen, first.id);
    await expect(hold(citizen, full.id)).rejects.toMatchObject({ code: 'appointment.slot_full' });
    expect(await get(citizen, held)).toMatchObject({ status: 'held' });
    await places(first.id, 1);
    expect(await hold(citizen, first.id)).toEqual(held);
    expect(await book(citizen, first.id)).toMatchObject({ status: 'confirmed' });
    expect(await get(citizen, held)).toMatchObject({ status: 'expired' });

    const chosen = await hold(other, second.id);
    const instead = await hold(other, (await slot(3)).id);
    expect(await get(other, chosen)).toMatchObject({ status: 'expired' });
    expect(await get(other, instead)).toMatchObject({ status: 'held' });
    expect((await slot(1)).remaining).toBe(second.remaining);
    expect(await slotFaults(test)).toEqual([]);
  });

  it('A1: 200 at once for one place, some holding and some booking: one has it', async () => {
    const { id: slotId } = await slot();
    await places(slotId, 1);
    const crowd = await Promise.all(Array.from({ length: 200 }, () => asCitizen(test)));
    const outcomes = await Promise.allSettled(crowd.map((one, i) => (i % 2 ? hold(one, slotId) : book(one, slotId))));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const codes = outcomes.flatMap((o) => (o.status === 'rejected' ? [(o.reason as { code: string }).code] : []));
    expect(new Set(codes)).toEqual(new Set(['appointment.slot_full']));
    expect(await slotFaults(test)).toEqual([]);
  }, 120_000);

  it('A1: 60 at once for five holds that are over get five', async () => {
    const { id: slotId } = await slot();
    await places(slotId, 5);
    for (let i = 0; i < 5; i++) await hold(await asCitizen(test), slotId);
    test.clock.advance(10 * MINUTE_MS);
    const crowd = await Promise.all(Array.from({ length: 60 }, () => asCitizen(test)));
    const outcomes = await Promise.allSettled(crowd.map((one) => book(one, slotId)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(await slotFaults(test)).toEqual([]);
  }, 120_000);

  it('A2: the same key twice is one hold', async () => {
    const { id: slotId, remaining } = await slot();
    const key = 'hold-once-0001';
    const [first, second] = await Promise.all([hold(citizen, slotId, { key }), hold(citizen, slotId, { key })]);
    expect(second).toEqual(first);
    expect((await slot()).remaining).toBe(remaining - 1);
  });

  it('is tidied up by a job, once', async () => {
    const held = await hold(citizen, (await slot()).id);
    test.clock.advance(10 * MINUTE_MS);
    await test.app.get(Jobs).runDue();
    expect(await get(citizen, held)).toMatchObject({ status: 'expired', version: 2 });
    test.clock.advance(10 * MINUTE_MS);
    await test.app.get(Jobs).runDue();
    expect(await get(citizen, held)).toMatchObject({ version: 2 });
    expect(await slotFaults(test)).toEqual([]);
  });

  describe('several matters in one visit', () => {
    const further = () => matterId;
    const complex = () => someMatter(test, 'officer', 'complex').id;
    const both = (furtherMatterIds: string) =>
      test.client().appointments.slots({ params: { hallId }, query: { matterId, furtherMatterIds, on } });

    it('take a slot each, without a gap, and are waited for together', async () => {
      const [first, second] = [await slot(0), await slot(1)];
      const held = await hold(citizen, first.id, { furtherMatterIds: [further()] });
      expect(held).toMatchObject({ startsAt: first.startsAt, endsAt: second.endsAt });
      expect(held.furtherMatters.map(({ id }) => id)).toEqual([further()]);
      expect([(await slot(0)).remaining, (await slot(1)).remaining]).toEqual([
        first.remaining - 1,
        second.remaining - 1,
      ]);
      expect(await submit(citizen, held)).toMatchObject({ status: 'confirmed' });
      const mixed = await hold(other, first.id, { furtherMatterIds: [complex()] });
      expect(await submit(other, mixed)).toMatchObject({ status: 'pending' });
      expect(await slotFaults(test)).toEqual([]);
    });

    it('A1: are all booked or none', async () => {
      const [first, second] = [await slot(0), await slot(1)];
      await places(second.id, 0);
      await expect(hold(citizen, first.id, { furtherMatterIds: [further()] })).rejects.toMatchObject({
        code: 'appointment.slot_full',
      });
      expect((await slot(0)).remaining).toBe(first.remaining);
      expect(await slotFaults(test)).toEqual([]);
    });

    it('fit only where the next slot of each is there: not over lunch, not at the end', async () => {
      const all = await slots();
      const offered = await both(further());
      const followed = all.filter(({ endsAt }) => all.some(({ startsAt }) => startsAt === endsAt));
      expect(offered.map(({ id }) => id)).toEqual(followed.map(({ id }) => id));
      expect(followed.length).toBe(all.length - 2);
      const last = all.at(-1) as SlotView;
      await expect(hold(citizen, last.id, { furtherMatterIds: [further()] })).rejects.toMatchObject({
        code: 'appointment.matters_do_not_fit',
      });
    });

    it('are offered with the least of what is left, also of another group', async () => {
      const [offered] = await both(complex());
      const [first, next] = [await slot(0), (await slotsOn(test, hallId, complex(), on))[1] as SlotView];
      expect(offered).toMatchObject({ id: first.id, endsAt: next.endsAt });
      expect(offered?.remaining).toBe(Math.min(first.remaining, next.remaining));
      const query = { matterId, furtherMatterIds: complex() };
      const { days } = await test.client().appointments.slotDays({ params: { hallId }, query });
      const whole = (await both(complex())).reduce((sum, { remaining }) => sum + remaining, 0);
      expect(days[0]).toMatchObject({ on, remaining: whole });
    });

    it('free all their places when they are given back', async () => {
      const before = (await slots()).map(({ remaining }) => remaining);
      const held = await hold(citizen, (await slot(0)).id, { furtherMatterIds: [further(), further()] });
      await cancel(citizen, held);
      expect((await slots()).map(({ remaining }) => remaining)).toEqual(before);
      const again = await hold(citizen, (await slot(0)).id, { furtherMatterIds: [further()] });
      test.clock.advance(10 * MINUTE_MS);
      await book(other, (await slot(1)).id);
      expect(await get(citizen, again)).toMatchObject({ status: 'expired' });
      expect(await slotFaults(test)).toEqual([]);
    });
  });
});
