import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { AppointmentView, WaitlistEntryView } from '@yiyun/shared';
import { asStaff, type Citizen, newcomer, type Staff } from '../support/clients';
import { startServer, type TestServer } from '../support/server';
import { fillByTelephone, type Offer, offerOf } from '../support/slots';
import type { Weapp } from '../weapp-host';
import { openApp, pullUntil } from './phone';

const MATTER = '停业登记';
const TOMORROW = '2026-11-24';
const HOUR_MS = 3_600_000;
const isMorning = ({ startsAt }: { startsAt: number }) => startsAt < Date.parse(`${TOMORROW}T12:00:00+08:00`);

/** A day on which hardly anything is left: one waits, somebody gives a place back, and it is kept for whoever waited longest. */
describe('waiting for a place', () => {
  let server: TestServer;
  let officer: Staff;
  let offer: Offer;
  let app: Weapp;
  let count = 0;
  /** Those who have a place to give back. */
  const bookings = new Map<Citizen, AppointmentView>();

  before(async () => {
    server = await startServer();
    [officer, offer] = await Promise.all([asStaff(server, 'yinzhou'), offerOf(server, MATTER, TOMORROW)]);
    for (const { id } of offer.slots.filter(isMorning).slice(0, 3)) {
      const person = await comer();
      bookings.set(person, await book(person, id));
    }
    offer = await offerOf(server, MATTER, TOMORROW);
    await fillByTelephone(officer.api, offer, offer.slots.slice(0, -1));
  });
  afterEach(async () => {
    assert.deepEqual(await app.problems(), []);
    await app.close();
  });
  after(() => server.stop());

  const comer = (): Promise<Citizen> => {
    count += 1;
    return newcomer(server, `waiting${count}`, `139000070${String(count).padStart(2, '0')}`);
  };
  const whom = ({ me }: Citizen) => me.bindings[0]?.taxpayerId ?? '';
  const book = (person: Citizen, slotId: string) =>
    person.api.appointments.book({ body: { slotId, matterId: offer.matterId, taxpayerId: whom(person) } });
  const joinFor = (person: Citizen, slotId: string) =>
    person.api.waitlist.join({ body: { slotId, matterId: offer.matterId, taxpayerId: whom(person), scope: 'slot' } });
  const waited = async ({ api }: Citizen): Promise<WaitlistEntryView> => {
    const [entry] = (await api.waitlist.mine()).items;
    assert.ok(entry, 'the person waits');
    return entry;
  };
  const mine = async ({ api }: Citizen) => (await api.appointments.mine()).items;
  /** The next of those who have a place gives it back; which one it was. */
  const someoneCancels = async (): Promise<AppointmentView> => {
    const [entry] = bookings;
    assert.ok(entry, 'somebody has a place to give back');
    const [{ api }, { id, version }] = entry;
    bookings.delete(entry[0]);
    await api.appointments.cancel({ params: { appointmentId: id }, body: { version } });
    return entry[1];
  };
  const nextBooking = (): AppointmentView => [...bookings.values()][0] as AppointmentView;
  const openAt = async ({ token, me }: Citizen, path: string, query: Record<string, string> = {}) => {
    const storage = { 'session.token': token, 'session.owner': me.citizen.id };
    app = await openApp(server, { storage, entry: { path, query } });
  };
  const timeOf = (at: number) => new Date(at + 8 * HOUR_MS).toISOString().slice(11, 16);
  /** Chooses tomorrow, or a time of it, which is full, and for how much of the day to wait. */
  const joinOnPhone = async (person: Citizen, wish: string, startsAt?: number) => {
    await openAt(person, 'packages/booking/time/index', { matterId: offer.matterId, hallId: offer.hallId });
    await app.tap('.day-picker >> text=24');
    if (startsAt !== undefined) await app.tap(`.slot-grid >> text*=${timeOf(startsAt)}–`);
    await app.expectText('.page__heading', /约满了/);
    await app.tap(`#wait-scope >> text*=${wish}`);
    await app.tap('#join-waitlist');
    await app.expectPage('packages/booking/waitlist/index');
    await app.expectText('.card', /候补中/);
  };
  /** Opens the message that says that a place is kept. */
  const openOffer = async () => {
    await app.reopen({ path: 'packages/messages/list/index' });
    await pullUntil(app, 'text=候补到号了');
    await app.tap('text=候补到号了');
    await app.expectPage('packages/booking/waitlist/index');
  };

  test('one slot: somebody cancels, the message says until when, one tap and it is booked', async () => {
    const person = await comer();
    const { startsAt } = nextBooking();
    await joinOnPhone(person, '就要', startsAt);
    await app.expectText('.card', /有人退号就轮到您/);
    await someoneCancels();
    await openOffer();
    await app.expectText('.card', new RegExp(`明天 ${timeOf(startsAt)}.*已为您留号`));
    await app.expectText('.hold-clock', /还剩 (60|59) 分/);
    await app.tap(`#accept-${(await waited(person)).id}`);
    await app.expectPage('packages/booking/done/index');
    assert.deepEqual(
      (await mine(person)).map((one) => [one.startsAt, one.status]),
      [[startsAt, 'pending']],
    );
    assert.equal((await waited(person)).status, 'taken');
  });

  test('half a day: who does not want the place leaves it to the next at once', async () => {
    const [person, next] = [await comer(), await comer()];
    await joinOnPhone(person, '上午都行', nextBooking().startsAt);
    const given = await someoneCancels();
    await joinFor(next, offer.slots.find(({ startsAt }) => startsAt === given.startsAt)?.id ?? '');
    assert.equal((await waited(next)).status, 'waiting');
    await openOffer();
    await app.expectText('.card', new RegExp(`替您留的号：明天 ${timeOf(given.startsAt)}`));
    await app.tap(`#leave-${(await waited(person)).id}`);
    await app.expectText('.dialog', /马上给下一位/);
    await app.tap('.dialog >> text=不要这个号');
    await app.expectGone('.dialog');
    await app.expectText('.card', /已退出/);
    assert.equal((await waited(next)).status, 'offered');
    assert.deepEqual(await mine(person), []);
  });

  test('a whole day: an offer that nobody took says so, and leads to other times', async () => {
    const person = await comer();
    await fillByTelephone(officer.api, offer, offer.slots.slice(-1));
    await joinOnPhone(person, '这一天都行');
    await someoneCancels();
    await openOffer();
    await app.expectSeen('.hold-clock');
    await server.advance(HOUR_MS);
    await app.tap(`#accept-${(await waited(person)).id}`);
    await app.expectText('.card', /替您留过一个号，没有在时间内确认/);
    assert.deepEqual(await mine(person), []);
    await app.tap(`#anew-${(await waited(person)).id}`);
    await app.expectPage('packages/booking/time/index');
  });
});
