import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { AppointmentView, DisruptionOfferView } from '@yiyun/shared';
import { asStaff, type Citizen, newcomer, type Staff } from '../support/clients';
import { closeHall, confirmAppointment } from '../support/office';
import { startServer, type TestServer } from '../support/server';
import { type Offer, offerOf } from '../support/slots';
import type { Weapp } from '../weapp-host';
import { openApp, pullUntil } from './phone';

const MATTER = '停业登记';
const TOMORROW = '2026-11-24';
const NEXT_DAY = '2026-11-25';
const REASON = '配电房检修';
const LEAST = 3;

/** The hall can't open tomorrow: who has an appointment finds other places kept for him, and has one with a tap. */
describe('a closed hall', () => {
  let server: TestServer;
  let manager: Staff;
  let officer: Staff;
  let offer: Offer;
  let app: Weapp;
  let people: Citizen[];
  const booked = new Map<Citizen, AppointmentView>();

  before(async () => {
    server = await startServer();
    [manager, officer, offer] = await Promise.all([
      asStaff(server, 'manager'),
      asStaff(server, 'yinzhou'),
      offerOf(server, MATTER, TOMORROW),
    ]);
    people = await Promise.all([0, 1, 2].map((n) => newcomer(server, `affected${n}`, `1390000800${n}`)));
    for (const [n, person] of people.entries()) {
      const body = { slotId: offer.slots[n]?.id ?? '', matterId: offer.matterId, taxpayerId: taxpayerOf(person) };
      const appointment = await person.api.appointments.book({ body });
      await confirmAppointment(officer.api, appointment.referenceNo);
      booked.set(person, appointment);
    }
    await closeHall(manager.api, { hallId: offer.hallId, on: TOMORROW, reason: REASON });
  });
  afterEach(async () => {
    assert.deepEqual(await app.problems(), []);
    await app.close();
  });
  after(() => server.stop());

  const taxpayerOf = ({ me }: Citizen) => me.bindings[0]?.taxpayerId ?? '';
  const offerTo = async ({ api }: Citizen): Promise<DisruptionOfferView> => {
    const [found] = await api.disruptions.offers();
    assert.ok(found, 'the person has an offer');
    return found;
  };
  const mine = async ({ api }: Citizen, period: 'upcoming' | 'past' = 'upcoming') =>
    (await api.appointments.mine({ query: { period } })).items;
  /** Opens the phone at the inbox, and in it the message about the closure. */
  const openMessage = async ({ token, me }: Citizen) => {
    const storage = { 'session.token': token, 'session.owner': me.citizen.id };
    app = await openApp(server, { storage, entry: { path: 'packages/messages/list/index', query: {} } });
    await app.tap('text=预约遇停办，请选择新的时间');
    await app.expectPage('packages/disruptions/offer/index');
    await app.expectText('.notice-bar--attention', new RegExp(`停办：${REASON}`));
  };

  test('the message leads to at least three places kept; one tap and the visit has another time, without a strike', async () => {
    const person = people[0] as Citizen;
    await openMessage(person);
    const { alternatives } = await offerTo(person);
    assert.ok(alternatives.length >= LEAST, `${alternatives.length} are kept`);
    assert.equal((await app.query('.alternative__when')).length, alternatives.length);
    const second = alternatives[1];
    await app.tap(`#take-${second?.appointmentId}`);
    await app.expectText('.notice-bar--done', /已改约/);
    await app.expectGone('.alternative__when');
    await app.tap('#see-new');
    await app.expectPage('packages/booking/detail/index');
    const upcoming = await mine(person);
    assert.deepEqual(
      upcoming.map(({ id, startsAt }) => [id, startsAt]),
      [[second?.appointmentId, second?.startsAt]],
    );
    const [was] = await mine(person, 'past');
    assert.equal(was?.id, booked.get(person)?.id);
    assert.deepEqual((await person.api.appointments.standing()).strikes, []);
  });

  test('none suits: somebody will call, said in words; the officer rebooks on the telephone and the phone shows it', async () => {
    const person = people[1] as Citizen;
    await openMessage(person);
    await app.tap('#ask-for-call');
    await app.expectText('.page', /工作人员会打您登记的手机，在电话里替您改约/);
    const { hallId } = offer;
    const { items } = await officer.api.disruptions.callList({ params: { hallId }, query: {} });
    const party = await offerTo(person);
    const task = items.find(({ id }) => id === party.id);
    assert.ok(task?.caller, 'a named officer calls');
    const { slots } = await offerOf(server, MATTER, NEXT_DAY);
    await officer.api.disruptions.recordCall({
      params: { affectedPartyId: task.id },
      body: { version: task.version, result: 'reached', slotId: slots[0]?.id ?? '' },
    });
    await pullUntil(app, '.notice-bar--done');
    assert.deepEqual(
      (await mine(person)).map(({ startsAt }) => startsAt),
      [slots[0]?.startsAt],
    );
  });

  test('who lets the time go by is told that somebody will call', async () => {
    const person = people[2] as Citizen;
    await openMessage(person);
    const { alternatives } = await offerTo(person);
    await server.advance(Math.max(...alternatives.map(({ heldUntil }) => heldUntil)) - Date.now() - server.offsetMs);
    await app.tap(`#take-${alternatives[0]?.appointmentId}`);
    await app.expectGone('.alternative__when');
    await app.expectText('.page', /工作人员会打您登记的手机/);
    await app.waitFor(
      async () => (await offerTo(person)).status === 'toCall',
      'the person to stand on the call list',
      60_000,
    );
  });
});
