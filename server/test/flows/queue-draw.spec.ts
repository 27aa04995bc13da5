import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contract, instantAt, MINUTE_MS, type StaffTicketView } from '@yiyun/shared';
import { Matters } from '../../src/modules/matters/index.js';
import { asCitizen, asOfficer, type TestActor, type TestCitizen } from '../harness/actors.js';
import { firstHall, makeSlots, secondHall, slotFaults, slotsOn } from '../harness/appointments.js';
import { newPhone } from '../harness/cases.js';
import { refusalOf } from '../harness/phone-code.js';
import { close, draw, matterOf, sit, start, ticketFaults, windowIds } from '../harness/queue.js';
import { startApp, type TestApp } from '../harness/start-app.js';

const TODAY = '2026-11-23';

const onlineOnly = (test: TestApp) =>
  test.app
    .get(Matters, { strict: false })
    .all()
    .find(({ counterAvailable }) => !counterAvailable) ?? { id: '' };

describe('drawing tickets', () => {
  let test: TestApp;
  let desk: TestActor;
  let elsewhere: TestActor;
  let citizen: TestCitizen;
  let hallId: string;
  const count = async () =>
    Number((await test.db.read.query<{ n: number }[]>('SELECT COUNT(*) AS n FROM ticket'))[0]?.n);

  beforeAll(async () => {
    test = await startApp({ STAFF_IDLE_MINUTES: '1440' });
    test.clock.set(TODAY, 8 * 60 + 31);
    await makeSlots(test);
    hallId = firstHall(test).id;
    desk = await asOfficer(test, hallId, '陈静');
    elsewhere = await asOfficer(test, secondHall(test).id);
    citizen = await asCitizen(test, { name: '王晓明' });
  }, 120_000);
  afterAll(() => test.close());

  const book = async (nth: number, who = citizen) => {
    const matterId = matterOf(test, '发票').id;
    const slots = await slotsOn(test, hallId, matterId, TODAY);
    const body = { slotId: slots[nth]?.id ?? '', matterId, taxpayerId: who.taxpayerId };
    return who.client.appointments.book({ body });
  };
  const checkIn = (code: string, who = desk, at = hallId) =>
    who.client.queue.checkIn({ params: { hallId: at }, body: { code } });

  it('refuses nobody, nonsense, other halls and what nobody serves, and leaves no row', async () => {
    const body = { matterIds: [matterOf(test, '发票').id], source: 'walkIn' as const };
    const as = (who: Pick<TestActor, 'client'>, over: object = {}) =>
      refusalOf(who.client.queue.draw({ params: { hallId }, body: { ...body, ...over } }));
    expect(await as({ client: test.client() })).toBe('auth.required');
    expect(await as(citizen)).toBe('auth.forbidden');
    expect(await as(elsewhere)).toBe('auth.forbidden');
    expect(await as(desk, { matterIds: [] })).toBe('request.invalid');
    expect(await as(desk, { matterIds: ['0'.repeat(26)] })).toBe('request.not_found');
    expect(await as(desk, { matterIds: [onlineOnly(test).id] })).toBe('queue.matter_not_served');
    expect(await count()).toBe(0);
  });

  it('gives a walk-in the next number of its lane, a place in the order, and R4 a record', async () => {
    const simple = await draw(test, desk, { name: '赵敏', phone: newPhone() });
    const complex = await draw(test, desk, { matterIds: [matterOf(test, '信息报告', 'complex').id] });
    const elder = await draw(test, desk, { source: 'kiosk', priorityReason: 'elderly' });
    expect([simple, complex, elder].map(({ number, lane }) => `${number} ${lane}`)).toEqual([
      'A001 simple',
      'B002 complex',
      'V003 priority',
    ]);
    expect(simple).toMatchObject({
      status: 'waiting',
      source: 'walkIn',
      aheadCount: 0,
      boundInMinutes: 70,
      person: { name: '赵*', maskedPhone: expect.stringMatching(/^\d{3}\*{4}\d{4}$/) },
      availableActions: ['call', 'leave'],
    });
    expect(elder.aheadCount).toBe(0);
    expect(simple.estimate).toEqual({ range: null, source: expect.stringContaining('没有能办理的窗口') });
    for (const { id } of [simple, complex, elder]) expect(await ticketFaults(test, id)).toEqual([]);
  });

  it('keeps name and phone sealed, out of facts and events', async () => {
    const phone = newPhone();
    const { id } = await draw(test, desk, { name: '欧阳明月', phone });
    const rows = await test.db.read.query<Record<string, unknown>[]>(
      `SELECT t.nameSealed, t.phoneSealed, i.payload, o.payload AS event FROM ticket t
       JOIN interaction i ON i.subjectId = t.id JOIN outbox o ON o.payload LIKE ? WHERE t.id = ?`,
      [`%${id}%`, id],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`欧阳明月|${phone}`));
  });

  it('serves several matters on one ticket where a window has them all', async () => {
    const both = await draw(test, desk, {
      matterIds: [matterOf(test, '发票').id, matterOf(test, '信息报告', 'complex').id],
    });
    expect(both).toMatchObject({ lane: 'complex', matters: [{ group: 'simple' }, { group: 'complex' }] });
    const [row] = await test.db.read.query<{ needs: string }[]>('SELECT needs FROM ticket WHERE id = ?', [both.id]);
    expect(JSON.parse(row?.needs ?? '')).toEqual(['发票', '信息报告']);
  });

  it('checks an appointment in by its QR text: once, on its day, in its hall, in its time', async () => {
    const [first, later] = [await book(0), await asCitizen(test, { name: '钱进' }).then((who) => book(8, who))];
    const before = await count();
    expect(await refusalOf(checkIn('YIYUN:Y261123-000000'))).toBe('queue.code_unknown');
    expect(await refusalOf(checkIn(first.qrText, elsewhere, secondHall(test).id))).toBe('queue.appointment_other_hall');
    expect(await refusalOf(checkIn(later.qrText))).toBe('queue.too_early');
    expect(await count()).toBe(before);

    test.clock.set(TODAY, 8 * 60 + 50);
    const ticket = await checkIn(first.qrText);
    expect(ticket).toMatchObject({
      lane: 'appointment',
      source: 'appointment',
      appointment: { id: first.id, referenceNo: first.referenceNo, startsAt: instantAt(TODAY, 9 * 60) },
      person: { name: '王*明' },
    });
    expect(ticket.number).toMatch(/^Y\d{3}$/);
    const now = await citizen.client.appointments.get({ params: { appointmentId: first.id } });
    expect(now.status).toBe('checkedIn');
    await expect(checkIn(first.referenceNo)).rejects.toMatchObject({
      code: 'queue.already_checked_in',
      message: expect.stringContaining(ticket.number),
    });
    expect(await count()).toBe(before + 1);
    expect(await slotFaults(test)).toEqual([]);
    expect(await ticketFaults(test, ticket.id)).toEqual([]);
  });

  it('of two check-ins at once one draws a ticket, the other is told which', async () => {
    const who = await asCitizen(test, { name: '孙立' });
    const { qrText } = await book(0, who);
    const outcomes = await Promise.allSettled([checkIn(qrText), checkIn(qrText), checkIn(qrText)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'queue.already_checked_in' });
    }
  });

  it('late ones queue as walk-ins, and another day is told', async () => {
    const who = await asCitizen(test, { name: '周涛' });
    const { qrText } = await book(1, who);
    test.clock.set(TODAY, 11 * 60 + 50);
    expect(await refusalOf(checkIn(qrText))).toBe('queue.too_late');
    test.clock.set('2026-11-24', 9 * 60);
    const tomorrow = await asOfficer(test, hallId);
    expect(await refusalOf(checkIn(qrText, tomorrow))).toBe('queue.appointment_not_today');
    test.clock.set(TODAY, 8 * 60 + 50);
  });

  it('finds an appointment at the desk by the last digits of the phone, and only with them', async () => {
    const who = await asCitizen(test, { name: '诸葛亮' });
    const booked = await book(0, who);
    const phoneTail = who.phone.slice(-4);
    const query = { params: { hallId }, query: { phoneTail } };
    expect(await refusalOf(elsewhere.client.queue.findAppointments(query))).toBe('auth.forbidden');
    const found = await desk.client.queue.findAppointments(query);
    expect(found).toContainEqual({
      id: booked.id,
      referenceNo: booked.referenceNo,
      startsAt: booked.startsAt,
      matterName: booked.matter.name,
      maskedName: '诸葛*',
    });
    const at = (body: object) => desk.client.queue.checkIn({ params: { hallId }, body });
    expect(await refusalOf(at({ appointmentId: booked.id }))).toBe('request.invalid');
    expect(await refusalOf(at({}))).toBe('request.invalid');
    const wrong = String((Number(phoneTail) + 1) % 10_000).padStart(4, '0');
    expect(await refusalOf(at({ appointmentId: booked.id, phoneTail: wrong }))).toBe('queue.code_unknown');
    const ticket = await at({ appointmentId: booked.id, phoneTail, priorityReason: 'pregnant' });
    expect(ticket).toMatchObject({ lane: 'priority', priorityReason: 'pregnant', appointment: { id: booked.id } });
    expect(await desk.client.queue.findAppointments(query)).not.toContainEqual(
      expect.objectContaining({ id: booked.id }),
    );
  });

  it('an appointment is served with its ticket and completed with it', async () => {
    const who = await asCitizen(test, { name: '吴优' });
    const booked = await book(0, who);
    const ticket = await checkIn(booked.qrText);
    const seat = await sit(test, windowIds(test).simple[0] as string);
    const statusOf = async () => (await who.client.appointments.get({ params: { appointmentId: booked.id } })).status;
    const called = await seat.officer.client.queue.call({
      params: { ticketId: ticket.id },
      body: { version: ticket.version, windowId: seat.windowId },
    });
    expect(await statusOf()).toBe('checkedIn');
    const started = await start(seat, called);
    expect(await statusOf()).toBe('serving');
    await seat.officer.client.queue.finish({ params: { ticketId: ticket.id }, body: { version: started.version } });
    expect(await statusOf()).toBe('completed');
    await close(seat.officer, seat.windowId);
    expect(await slotFaults(test)).toEqual([]);
  });

  it('Q4: 300 draws at once have 300 numbers', async () => {
    const tickets: StaffTicketView[] = await Promise.all(Array.from({ length: 300 }, () => draw(test, desk)));
    expect(new Set(tickets.map(({ number }) => number)).size).toBe(300);
    const serials = tickets.map(({ number }) => Number(number.slice(1))).sort((a, b) => a - b);
    expect((serials.at(-1) ?? 0) - (serials[0] ?? 0)).toBe(299);
  }, 120_000);

  it('A2: the same key draws one ticket', async () => {
    const request = { params: { hallId }, body: { matterIds: [matterOf(test, '发票').id], source: 'kiosk' as const } };
    const before = await count();
    const key = 'draw-once-0001';
    const answers = await Promise.all([1, 2].map(() => desk.client.queue.draw(request, { idempotencyKey: key })));
    expect(answers[0]).toEqual(answers[1]);
    expect(await count()).toBe(before + 1);
    expect(contract.queue.draw.unrepeatable).toBe(false);
  });

  it('waits from the drawing on, and is due after the target of its lane', async () => {
    const { id, drawnAt } = await draw(test, desk);
    const [row] = await test.db.read.query<{ dueAt: number; boundAt: number; waitsFrom: number }[]>(
      'SELECT waitsFrom, dueAt, boundAt FROM ticket WHERE id = ?',
      [id],
    );
    expect(Number(row?.waitsFrom)).toBe(drawnAt);
    expect([row?.dueAt, row?.boundAt].map((at) => (Number(at) - drawnAt) / MINUTE_MS)).toEqual([35, 70]);
  });

  it('is closed when the hall is, unless a window works through', async () => {
    test.clock.set('2026-11-28', 10 * 60);
    const saturday = await asOfficer(test, hallId);
    expect(await refusalOf(draw(test, saturday))).toBe('queue.hall_closed');
    const seat = await sit(test, windowIds(test).simple[1] as string);
    expect((await draw(test, saturday)).number).toBe('A001');
    await close(seat.officer, seat.windowId);
  });
});
