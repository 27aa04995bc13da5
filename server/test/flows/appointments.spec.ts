import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instantAt } from '@yiyun/shared';
import { RecordVerifier } from '../../src/modules/records/index.js';
import { asCitizen, asOfficer, type TestActor, type TestCitizen } from '../harness/actors.js';
import { firstHall, makeSlots, secondHall, slotFaults, slotsOn, someMatter } from '../harness/appointments.js';
import { currentRow, replayed } from '../harness/replay.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const ENTERPRISE = { uscc: '91330212MA2AAAAA1F', name: '宁波示例商贸有限公司', role: 'taxHandler' as const };
const TUESDAY = '2026-11-24';

describe('appointments', () => {
  let test: TestApp;
  let citizen: TestCitizen;
  let other: TestCitizen;
  let officer: TestActor;
  let elsewhere: TestActor;
  let hallId: string;
  const automatic = () => someMatter(test, 'automatic').id;
  const byOfficer = () => someMatter(test, 'officer').id;

  beforeAll(async () => {
    test = await startApp();
    await makeSlots(test);
    hallId = firstHall(test).id;
    citizen = await asCitizen(test, { enterprise: ENTERPRISE });
    other = await asCitizen(test);
    officer = await asOfficer(test, hallId);
    elsewhere = await asOfficer(test, secondHall(test).id);
  });
  afterAll(() => test.close());

  const book = async (
    who: TestCitizen,
    matterId: string,
    nth: number,
    over: { on?: string; key?: string; note?: string } = {},
  ) => {
    const slots = await slotsOn(test, hallId, matterId, over.on ?? TUESDAY);
    const body = {
      slotId: slots[nth]?.id ?? '',
      matterId,
      taxpayerId: who.enterpriseId ?? who.taxpayerId,
      ...(over.note && { note: over.note }),
    };
    return who.client.appointments.book({ body }, { idempotencyKey: over.key });
  };

  it('offers the half hours of two weeks, with closed days named', async () => {
    const { days } = await test
      .client()
      .appointments.slotDays({ params: { hallId }, query: { matterId: automatic() } });
    expect(days).toHaveLength(15);
    expect(days[0]).toMatchObject({ on: '2026-11-23', closedReason: null });
    expect(days.find((d) => d.on === '2026-11-28')).toMatchObject({ remaining: 0, closedReason: '休息日' });
    const slots = await slotsOn(test, hallId, automatic(), TUESDAY);
    expect(slots.length).toBeGreaterThan(8);
    expect(slots.every((s) => s.remaining === s.capacity && s.capacity > 0)).toBe(true);
    expect(slots[0]?.startsAt).toBe(instantAt(TUESDAY, 8 * 60 + 30));
  });

  it('leaves out the slots of today that have begun', async () => {
    const today = await slotsOn(test, hallId, automatic(), '2026-11-23');
    expect(today[0]?.startsAt).toBe(instantAt('2026-11-23', 10 * 60));
  });

  it('refuses: nobody, nonsense, another taxpayer, an unknown slot', async () => {
    const matterId = automatic();
    const [slot] = await slotsOn(test, hallId, matterId, TUESDAY);
    const body = { slotId: slot?.id ?? '', matterId, taxpayerId: citizen.enterpriseId ?? '' };
    await expect(test.client().appointments.book({ body })).rejects.toMatchObject({ code: 'auth.required' });
    await expect(citizen.client.appointments.book({ body: { ...body, slotId: 'x' } })).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'slotId', message: '时段不正确' }],
    });
    await expect(other.client.appointments.book({ body })).rejects.toMatchObject({
      code: 'identity.taxpayer_not_yours',
    });
    await expect(citizen.client.appointments.book({ body: { ...body, slotId: '0'.repeat(26) } })).rejects.toMatchObject(
      { code: 'request.not_found' },
    );
    expect(await slotFaults(test)).toEqual([]);
  });

  it('books with a reference number, and R4: the record of it gives the row again', async () => {
    const made = await book(citizen, automatic(), 0, { note: '带了原件' });
    expect(made).toMatchObject({
      status: 'confirmed',
      version: 1,
      note: '带了原件',
      taxpayer: { name: ENTERPRISE.name },
    });
    expect(made.availableActions).toEqual(['cancel', 'reschedule']);
    const found = await citizen.client.appointments.get({ params: { appointmentId: made.id } });
    expect(found.timeline.map((t) => t.kind)).toEqual(['AppointmentBooked']);
    expect(found.timeline[0]).toMatchObject({ by: '您' });
    const mine = await citizen.client.appointments.mine({ query: { period: 'upcoming' } });
    expect(mine.items.map((a) => a.id)).toContain(made.id);
    await expectReplay(test, made.id);
  });

  it('A2: the same key twice gives the same answer and one row; with another content it is refused', async () => {
    const key = 'same-key-00001';
    const [first, second] = await Promise.all([
      book(citizen, automatic(), 8, { key }),
      book(citizen, automatic(), 8, { key }),
    ]);
    expect(second).toEqual(first);
    expect(await book(citizen, automatic(), 8, { key })).toEqual(first);
    await expect(book(citizen, automatic(), 9, { key })).rejects.toMatchObject({
      code: 'request.idempotency_key_reused',
    });
    const [row] = await test.db.read.query<{ n: string }[]>(
      'SELECT COUNT(*) AS n FROM appointment WHERE referenceNo = ?',
      [first.referenceNo],
    );
    expect(Number(row?.n)).toBe(1);
  });

  it('keeps a refusal for the same key too, and records it', async () => {
    const key = 'refused-key-01';
    await expect(book(citizen, automatic(), 1, { key })).rejects.toMatchObject({ code: 'appointment.already_booked' });
    await expect(book(citizen, automatic(), 1, { key })).rejects.toMatchObject({ code: 'appointment.already_booked' });
    const records = await citizen.client.records.mine({ query: {} });
    expect(records.items.filter((r) => r.kind === 'Refused' && r.text.includes('在这个半天已有预约'))).toHaveLength(1);
  });

  it('shows the counter who comes with what, and an officer of another hall nothing', async () => {
    const list = await officer.client.appointments.hallList({ params: { hallId }, query: { on: TUESDAY } });
    expect(list.items.length).toBeGreaterThan(0);
    expect(list.items[0]).toMatchObject({
      citizen: { maskedPhone: expect.stringMatching(/^\d{3}\*{4}\d{4}$/) as unknown as string },
      uscc: ENTERPRISE.uscc,
    });
    const found = await officer.client.appointments.hallList({ params: { hallId }, query: { q: '示例商贸' } });
    expect(found.items.length).toBeGreaterThan(0);
    await expect(elsewhere.client.appointments.hallList({ params: { hallId }, query: {} })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
  });

  it('is confirmed by one of two officers at once; the other sees that it has changed', async () => {
    const made = await book(citizen, byOfficer(), 0, { on: '2026-11-25' });
    expect(made.status).toBe('pending');
    const confirm = () =>
      officer.client.appointments.confirm({ params: { appointmentId: made.id }, body: { version: 1 } });
    const outcomes = await Promise.allSettled([confirm(), confirm()]);
    expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find((o) => o.status === 'rejected')).toMatchObject({ reason: { status: 409 } });
    await expectReplay(test, made.id);
  });

  it('declines with a reason that the citizen reads, and frees the place', async () => {
    const made = await book(citizen, byOfficer(), 0, { on: '2026-11-26' });
    const declined = await officer.client.appointments.decline({
      params: { appointmentId: made.id },
      body: { version: 1, reason: '该事项可在电子税务局直接办理' },
    });
    expect(declined.status).toBe('rejected');
    const seen = await citizen.client.appointments.get({ params: { appointmentId: made.id } });
    expect(seen.reason).toBe('该事项可在电子税务局直接办理');
    expect(seen.timeline.at(-1)?.text).toContain('电子税务局');
    expect(await slotFaults(test)).toEqual([]);
    await book(citizen, byOfficer(), 0, { on: '2026-11-26' });
  });

  it('is cancelled in time only, by its owner only', async () => {
    const made = await book(other, automatic(), 0, { on: '2026-11-27' });
    const cancel = (who: TestCitizen) =>
      who.client.appointments.cancel({ params: { appointmentId: made.id }, body: { version: 1 } });
    await expect(cancel(citizen)).rejects.toMatchObject({ code: 'request.not_found' });
    test.clock.set('2026-11-27', 8 * 60);
    await expect(cancel(other)).rejects.toMatchObject({ code: 'appointment.cancel_too_late' });
    test.clock.set('2026-11-23', 9 * 60 + 40);
    expect(await cancel(other)).toMatchObject({ status: 'cancelled', availableActions: [] });
    await expect(cancel(other)).rejects.toMatchObject({ code: 'request.not_available' });
    expect(await slotFaults(test)).toEqual([]);
    await expectReplay(test, made.id);
  });

  it('A1: 60 citizens at once for 5 places get 5, and the counter equals the rows', async () => {
    const matterId = automatic();
    const slot = (await slotsOn(test, hallId, matterId, '2026-11-30'))[3];
    await test.db.change('UPDATE slot SET capacityPublic = 5 WHERE id = ?', [slot?.id]);
    const crowd = await Promise.all(Array.from({ length: 60 }, () => asCitizen(test)));
    const outcomes = await Promise.allSettled(
      crowd.map((c) =>
        c.client.appointments.book({ body: { slotId: slot?.id ?? '', matterId, taxpayerId: c.taxpayerId } }),
      ),
    );
    expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(5);
    expect(outcomes.filter((o) => o.status === 'rejected' && o.reason.code === 'appointment.slot_full')).toHaveLength(
      55,
    );
    expect(await slotFaults(test)).toEqual([]);
  });

  it('A1 control: a counter that is off by one is found', async () => {
    const [slot] = await test.db.read.query<{ id: string }[]>('SELECT id FROM slot WHERE booked > 0 LIMIT 1');
    await test.db.change('UPDATE slot SET booked = booked + 1 WHERE id = ?', [slot?.id]);
    expect(await slotFaults(test)).toHaveLength(1);
    await test.db.change('UPDATE slot SET booked = booked - 1 WHERE id = ?', [slot?.id]);
  });

  it('ends where the calendar ends, with a plain message', async () => {
    test.clock.set('2026-12-28', 9 * 60);
    await makeSlots(test);
    const late = await asCitizen(test);
    const view = await late.client.appointments.slotDays({ params: { hallId }, query: { matterId: automatic() } });
    expect(view.days.at(-1)?.on).toBe('2026-12-31');
    expect(view.calendarNote).toContain('2026-12-31');
    test.clock.set('2026-11-23', 9 * 60 + 50);
  });

  it('R1, R2: one interaction per change, and every chain verifies', async () => {
    const rows = await test.db.read.query<{ id: string }[]>(
      `SELECT a.id FROM appointment a LEFT JOIN record_head h ON h.streamId = CONCAT('appointment:', a.id)
       WHERE h.streamVersion IS NULL OR h.streamVersion <> a.version`.replace(
        "CONCAT('appointment:', a.id)",
        test.db.isSqlite ? "'appointment:' || a.id" : "CONCAT('appointment:', a.id)",
      ),
    );
    expect(rows).toEqual([]);
    const report = await test.app.get(RecordVerifier).verify();
    expect(report.faults).toEqual([]);
    expect(report.interactions).toBeGreaterThan(20);
  });
});

/** R4: the facts of a stream, one over the other, are the row. */
async function expectReplay(test: TestApp, id: string): Promise<void> {
  const row = await currentRow(test, 'appointment', { id });
  const { version, facts } = await replayed(test, `appointment:${id}`);
  expect({ ...row, ...facts }).toEqual(row);
  expect({ version, status: facts.status }).toEqual({ version: row.version, status: row.status });
}
