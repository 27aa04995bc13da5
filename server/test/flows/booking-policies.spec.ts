import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BookingPolicyBody, bookingPolicyPresets, defaultBookingRules } from '@yiyun/shared';
import { asCitizen, asManager, asOfficer, type TestCitizen } from '../harness/actors.js';
import { firstHall, makeSlots, slotFaults, slotsOn, someMatter } from '../harness/appointments.js';
import { currentRow, replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const body = (over: Partial<BookingPolicyBody> = {}): BookingPolicyBody => ({
  title: '宁波预约规则',
  source: '本局2026年第3号通知',
  effectiveFromOn: '2026-11-25',
  ...defaultBookingRules,
  ...over,
});

describe('rules of booking', () => {
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

  /** As a manager of this moment: a session of staff ends with the day. */
  const policies = async () => (await asManager(test)).client.policies;
  const draft = async (over?: Partial<BookingPolicyBody>) => (await policies()).create({ body: body(over) });
  const publish = async ({ id, version }: { id: string; version: number }) =>
    (await policies()).publish({ params: { bookingPolicyId: id }, body: { version } });
  const book = async (who: TestCitizen, on: string, nth = 0) => {
    const slotId = (await slotsOn(test, hallId, matterId, on))[nth]?.id ?? '';
    return who.client.appointments.book({ body: { slotId, matterId, taxpayerId: who.taxpayerId } });
  };
  const days = async () =>
    (await test.client().appointments.slotDays({ params: { hallId }, query: { matterId } })).days.map(({ on }) => on);

  it('are those of the system until somebody publishes others, and read by everybody', async () => {
    const inForce = await test.client().policies.inForce();
    expect(inForce).toMatchObject({ title: '系统默认规则', effectiveFromOn: '2026-11-23' });
    expect(inForce.sentences).toContain('可预约今天至14天后的时段');
    const [only, ...others] = await (await policies()).list();
    expect(only).toMatchObject({ status: 'published', inForce: true, rules: defaultBookingRules });
    expect(others).toEqual([]);
    expect((await (await policies()).presets()).map(({ id }) => id)).toEqual(bookingPolicyPresets.map(({ id }) => id));
  });

  it('are drafted by managers only, and refuse what can’t hold together', async () => {
    await expect(test.client().policies.list()).rejects.toMatchObject({ code: 'auth.required' });
    const officer = await asOfficer(test, hallId);
    await expect(officer.client.policies.create({ body: body() })).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(draft({ holdMinutes: 0 })).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'holdMinutes', message: '占号保留分钟数应在1到60之间' }],
    });
    await expect(draft({ noShowCount: 3, noShowWindow: 'month' })).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'noShowBlock', message: '请选择爽约达到上限后怎样限制' }],
    });
    expect(await (await policies()).list()).toHaveLength(1);
  });

  it('are changed as a draft only, by one at a time, and keep their record (R4)', async () => {
    const made = await draft();
    expect(made).toMatchObject({ status: 'draft', version: 1, inForce: false, publishedAt: null });
    const params = { bookingPolicyId: made.id };
    const change = async (version: number, aheadMax: number) =>
      (await policies()).update({ params, body: { ...body({ aheadMax }), version } });
    expect(await change(1, 7)).toMatchObject({ version: 2, rules: { aheadMax: 7 } });
    await expect(change(1, 8)).rejects.toMatchObject({ code: 'request.stale' });
    const outcomes = await Promise.allSettled([publish({ ...made, version: 2 }), change(2, 9)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const now = (await (await policies()).list()).find(({ id }) => id === made.id);
    if (now?.status === 'draft') await publish(now);
    await expect(change(now?.version ?? 0, 5)).rejects.toMatchObject({ status: 409 });
    const row = await currentRow(test, 'booking_policy', { id: made.id });
    const { version, facts } = await replayed(test, `policy:${made.id}`);
    expect({ ...row, ...facts }).toEqual(row);
    expect(version).toBe(row.version);
  });

  it('are not published for a day that has passed', async () => {
    const late = await draft({ effectiveFromOn: '2026-11-22' });
    await expect(publish(late)).rejects.toMatchObject({ code: 'policy.starts_in_the_past' });
    await expect(publish({ id: '0'.repeat(26), version: 1 })).rejects.toMatchObject({ code: 'request.not_found' });
  });

  it('hold from their first day on; an appointment keeps those under which it was booked', async () => {
    const early = await asCitizen(test);
    const booked = await book(early, '2026-11-30', 4);
    await publish(
      await draft({
        effectiveFromOn: '2026-11-26',
        aheadMin: 1,
        aheadMax: 3,
        aheadUnit: 'workingDays',
        perTaxpayerHalfDay: 2,
        holdMinutes: 5,
        cancelBeforeMinutes: 240,
        checkInEarlyMinutes: 15,
        bookableFromMinutes: 480,
        bookableUntilMinutes: 1200,
      }),
    );
    expect((await days())[0]).toBe('2026-11-23');

    test.clock.set('2026-11-26', 9 * 60);
    await makeSlots(test);
    expect((await test.client().policies.inForce()).sentences).toContain('可预约1至3个工作日后的时段');
    expect(await days()).toEqual(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01']);
    const citizen = await asCitizen(test);
    await expect(book(citizen, '2026-11-26', 5)).rejects.toMatchObject({ code: 'appointment.slot_too_early' });
    await expect(book(citizen, '2026-12-02')).rejects.toMatchObject({ code: 'appointment.slot_too_early' });
    const today = await slotsOn(test, hallId, matterId, '2026-11-26');
    expect(new Set(today.map(({ closedReason }) => closedReason))).toEqual(
      new Set(['还没有开放预约，或已超出可预约的日期']),
    );

    const [first, second] = [await book(citizen, '2026-11-30', 4), await book(citizen, '2026-11-30', 5)];
    await expect(book(citizen, '2026-11-30', 6)).rejects.toMatchObject({ code: 'appointment.already_booked' });
    expect([booked, first].map(({ startsAt, checkInFrom }) => (startsAt - checkInFrom) / 60_000)).toEqual([30, 15]);

    test.clock.set('2026-11-26', 20 * 60);
    await expect(book(citizen, '2026-11-27')).rejects.toMatchObject({
      code: 'appointment.closed_hours',
      message: '现在不受理预约，受理时间为08:00—20:00',
    });
    test.clock.set('2026-11-30', 8 * 60 + 30);
    const cancel = (who: TestCitizen, { id, version }: typeof booked) =>
      who.client.appointments.cancel({ params: { appointmentId: id }, body: { version } });
    await expect(cancel(citizen, second)).rejects.toMatchObject({
      code: 'appointment.cancel_too_late',
      message: expect.stringContaining('240分钟') as unknown as string,
    });
    expect(await cancel(early, booked)).toMatchObject({ status: 'cancelled' });
    expect(await slotFaults(test)).toEqual([]);
  });

  it('limit persons where they say so', async () => {
    await publish(
      await draft({ effectiveFromOn: '2026-11-30', perTaxpayerHalfDay: 1, perCitizenHalfDay: 1, aheadMax: 5 }),
    );
    const enterprise = { uscc: '91330212MA2AAAAA1F', name: '宁波示例商贸有限公司', role: 'taxHandler' as const };
    const handler = await asCitizen(test, { enterprise });
    const colleague = await asCitizen(test, { enterprise });
    const slots = await slotsOn(test, hallId, matterId, '2026-12-01');
    const bookFor = (who: TestCitizen, taxpayerId: string | undefined, nth: number) =>
      who.client.appointments.book({
        body: { slotId: slots[nth]?.id ?? '', matterId, taxpayerId: taxpayerId ?? '' },
      });
    const made = await bookFor(handler, handler.enterpriseId, 0);
    const refused = { code: 'appointment.already_booked' };
    await expect(bookFor(handler, handler.taxpayerId, 1)).rejects.toMatchObject(refused);
    await expect(bookFor(colleague, colleague.enterpriseId, 1)).rejects.toMatchObject(refused);
    expect(await bookFor(colleague, colleague.taxpayerId, 1)).toMatchObject({ status: 'confirmed' });
    await handler.client.appointments.cancel({ params: { appointmentId: made.id }, body: { version: 1 } });
    expect(await bookFor(handler, handler.taxpayerId, 1)).toMatchObject({ status: 'confirmed' });
    expect(await slotFaults(test)).toEqual([]);
  });

  it('are tried on the bookings of last month before they are published', async () => {
    test.clock.set('2026-12-02', 9 * 60);
    const strict = await draft({ effectiveFromOn: '2026-12-03', aheadMin: 2, aheadMax: 2, bookableFromMinutes: 570 });
    const preview = await (await policies()).preview({ params: { bookingPolicyId: strict.id } });
    expect(preview).toMatchObject({ fromOn: '2026-11-01', untilOn: '2026-11-30', blockedNow: 0, blockedByDraft: 0 });
    const refused = Object.fromEntries(preview.refused.map(({ reason, count }) => [reason, count]));
    const [made] = await test.db.read.query<{ n: string | number }[]>('SELECT COUNT(*) AS n FROM appointment');
    expect(preview.bookings).toBe(Number(made?.n));
    expect(refused).toEqual({ 不在受理预约的时间: 5, 超出可以预约的天数: 1 });
    await expect((await policies()).preview({ params: { bookingPolicyId: '0'.repeat(26) } })).rejects.toMatchObject({
      code: 'request.not_found',
    });
  });
});
