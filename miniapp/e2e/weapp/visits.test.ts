import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { asStaff, type Citizen, newcomer, type Staff } from '../support/clients';
import { drawTicket, openCounter, printedOn } from '../support/counter';
import { confirmAppointment, upholdAppeal } from '../support/office';
import { startServer, type TestServer } from '../support/server';
import { type Offer, offerOf } from '../support/slots';
import type { LaunchOptions, Weapp } from '../weapp-host';
import { openApp, pullUntil } from './phone';

const TODAY = '2026-11-23';
const TOMORROW = '2026-11-24';
const MATTER = '停业登记';
const FURTHER = '复业登记';
const MINUTE_MS = 60_000;
const MOST_TAPS = 4;

/** What one does with appointments and tickets in the compiled mini-program, each by a newcomer of his own. */
describe('visits', () => {
  let server: TestServer;
  let officer: Staff;
  let offer: Offer;
  let app: Weapp;
  let count = 0;

  before(async () => {
    server = await startServer();
    [officer, offer] = await Promise.all([asStaff(server, 'yinzhou'), offerOf(server, MATTER, TOMORROW)]);
  });
  afterEach(async () => {
    assert.deepEqual(await app.problems(), []);
    await app.close();
  });
  after(() => server.stop());

  const comer = (): Promise<Citizen> => {
    count += 1;
    return newcomer(server, `visitor${count}`, `1390000500${count}`);
  };
  const kept = ({ token, me }: Citizen) => ({ 'session.token': token, 'session.owner': me.citizen.id });
  const open = async (person: Citizen, storage: object = {}, entry?: LaunchOptions['entry']) => {
    app = await openApp(server, { storage: { ...kept(person), ...storage }, ...(entry && { entry }) });
  };
  const book = ({ api, me }: Citizen, { slots, matterId }: Offer, at = 0) =>
    api.appointments.book({
      body: { slotId: slots[at]?.id ?? '', matterId, taxpayerId: me.bindings[0]?.taxpayerId ?? '' },
    });
  const mine = async ({ api }: Citizen, period: 'upcoming' | 'past' = 'upcoming') =>
    (await api.appointments.mine({ query: { period } })).items;

  test(`elder mode: a matter that one came for before is booked in at most ${MOST_TAPS} taps`, async () => {
    const person = await comer();
    const before = await book(person, offer);
    await person.api.appointments.cancel({ params: { appointmentId: before.id }, body: { version: before.version } });
    await open(person, { 'settings.elder': true });
    let taps = 0;
    const tap = (selector: string) => {
      taps += 1;
      return app.tap(selector);
    };
    await tap(`#again-${offer.matterId}`);
    await app.expectPage('packages/booking/time/index');
    await tap('#slot-1400');
    await app.expectSeen('.hold-clock');
    await tap('#submit-booking');
    await app.expectPage('packages/booking/done/index');
    assert.ok(taps <= MOST_TAPS, `${taps} taps`);
    assert.deepEqual(
      (await mine(person)).map(({ matter }) => matter.name),
      [MATTER],
    );
  });

  test('several matters in one visit take slots one after another, all or none', async () => {
    const person = await comer();
    await open(person, {}, { path: 'packages/booking/hall/index', query: { matterId: offer.matterId } });
    await app.tap('#add-matter');
    await app.input('.search-bar >> input', FURTHER);
    await app.tap(`text=${FURTHER}`);
    await app.expectText('#further-done', '一共2件，选好了');
    await app.tap('#further-done');
    await app.expectPage('packages/booking/hall/index');
    await app.tap(`#hall-${offer.hallId}`);
    await app.tap('.day-picker >> text=24');
    await app.tap('.slot >> text*=14:00–15:00');
    await app.tap('#time-next');
    await app.expectText('.summary-list', new RegExp(`${MATTER}、${FURTHER}.*明天 14:00–15:00`));
    await app.tap('#submit-booking');
    await app.expectPage('packages/booking/done/index');
    const [booked] = await mine(person);
    assert.equal((booked?.endsAt ?? 0) - (booked?.startsAt ?? 0), 60 * MINUTE_MS);
    assert.deepEqual(
      booked?.furtherMatters.map(({ name }) => name),
      [FURTHER],
    );
  });

  test('another time: the old place is kept until the new one is taken; the visit goes into the calendar', async () => {
    const person = await comer();
    const old = await book(person, offer);
    await open(person, {}, { path: 'packages/booking/detail/index', query: { appointmentId: old.id } });
    await app.tap('#add-to-calendar');
    const [entry] = (await app.calls('addPhoneCalendar')) as { title: string; startTime: number }[];
    assert.equal(entry?.title, `到办税服务厅：${MATTER}`);
    assert.equal(entry.startTime, old.startsAt / 1000);
    await app.tap('#reschedule');
    await app.tap('.day-picker >> text=25');
    await app.tap('.slot >> text=10:00–10:30');
    await app.expectText('.summary-list', /原来的时间.*明天 08:30.*改到.*后天 10:00/);
    assert.equal((await mine(person)).length, 1, 'nothing has changed yet');
    await app.tap('#submit-reschedule');
    await app.expectPage('packages/booking/done/index');
    const [now] = await mine(person);
    assert.equal(now?.rescheduledFromId, old.id);
    const [was] = await mine(person, 'past');
    assert.equal(was?.status, 'rescheduled');
  });

  test('a paper ticket is scanned and kept, and followed from the queue to the end', async () => {
    const person = await comer();
    const counter = await openCounter(officer.api);
    const ticket = await drawTicket(officer.api, offer.matterId);
    await open(person);
    await app.tapTab('我的');
    await app.tap('#my-ticket');
    await app.answer('scanCode', { result: printedOn(server, ticket) });
    await app.tap('#scan-ticket');
    await app.expectText('.live__number', ticket.number);
    await app.expectText('.live__place', /下一位就是您|前面还有 \d+ 位/);
    await app.expectText('.live__wait', /还要等：(大约|不用等)/);
    await app.expectText('.live__source', /\S/);
    await app.tap('#keep-ticket');
    await app.tap('#notify-near');
    await app.expectText('.toast-host', /前面还有3位时提醒您/);
    const called = await counter.callUntil(ticket.number);
    await pullUntil(app, `text=请到${counter.label}`);
    assert.ok((await app.calls('vibrateLong')).length > 0, 'the phone trembles');
    const started = await counter.start(called);
    await pullUntil(app, `text=正在${counter.label}办理`);
    await counter.finish(started);
    await pullUntil(app, '.live--done');
  });

  test('checked in with an appointment: the place in the queue, a call that was not heard, back into the queue, served', async () => {
    const person = await comer();
    const now = await offerOf(server, MATTER, TODAY);
    const visit = await book(person, now);
    await confirmAppointment(officer.api, visit.referenceNo);
    const { hallId } = now;
    await open(person, {}, { path: 'packages/booking/detail/index', query: { appointmentId: visit.id } });
    await app.expectText('.qr-code__text', /^Y\d+-/);
    const counter = await openCounter(officer.api);
    const checkedIn = await officer.api.queue.checkIn({ params: { hallId }, body: { code: visit.qrText } });
    await pullUntil(app, '#see-ticket');
    await app.tap('#see-ticket');
    await app.expectText('.live__number', checkedIn.number);
    await app.expectText('.summary-list', /怎么排.*预约/);
    const called = await counter.callUntil(checkedIn.number);
    await pullUntil(app, `text=请到${counter.label}`);
    await officer.api.queue.recall({ params: { ticketId: called.id }, body: { version: called.version } });
    await pullUntil(app, 'text*=已经叫了 2 次');
    const params = { ticketId: called.id };
    const missed = await officer.api.queue.miss({ params, body: { version: called.version + 1 } });
    await pullUntil(app, 'text*=请到导税台说一声');
    await officer.api.queue.return({ params, body: { version: missed.version } });
    await pullUntil(app, '.live--waiting');
    const again = await counter.start(await counter.callUntil(checkedIn.number));
    await pullUntil(app, `text=正在${counter.label}办理`);
    await counter.finish(again);
    await pullUntil(app, '.live--done');
  });

  test('who did not come appeals, and an upheld appeal counts at once', async () => {
    const person = await comer();
    const today = await offerOf(server, MATTER, TODAY);
    const missed = await book(person, today);
    await confirmAppointment(officer.api, missed.referenceNo);
    await server.advance(missed.checkInUntil + MINUTE_MS - (Date.now() + server.offsetMs));
    await open(person, {}, { path: 'packages/booking/list/index' });
    await app.waitFor(
      async () => (await person.api.appointments.standing()).strikes.length === 1,
      'the one who did not come to be marked',
    );
    await app.tap('text=过去的');
    await app.tap(`#appointment-${missed.referenceNo}`);
    await app.expectText('.appointment__means', /记一次爽约/);
    await app.tap('#go-appeal');
    await app.tap('#send-appeal');
    await app.expectText('.error-summary', /申诉理由/);
    await app.input('#statement >> textarea', '我到了，签到机坏了');
    await app.tap('#send-appeal');
    await app.expectText('.page__heading', '申诉已提交');
    const manager = await asStaff(server, 'manager');
    await upholdAppeal(manager.api, missed.id, '核实属实');
    await app.tap('#see-standing');
    await pullUntil(app, 'text=申诉成立，已不计');
    await app.expectText('.page', /答复：核实属实/);
  });
});
