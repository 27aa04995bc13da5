import { setTimeout as sleep } from 'node:timers/promises';
import { offerOf, openDesk, openPhone } from './studio.mjs';

const WAITED_FOR = '2026-11-27';
const CLOSED = '2026-11-26';
const UNREAD_MS = 61 * 60_000;
const POLL_MS = 200;
let callers = 0;

/** What a person is offered: a place waited for, other times for a closed day, and how the office follows it up. */
export async function offerPictures({ browser, studio, save, citizen, officer, manager, offer }) {
  await makeWaiting({ citizen, officer, offer });
  const phone = await openPhone(browser, studio, citizen);
  await phone.open('booking/waitlist');
  await save(phone.page, 'phone-waitlist');

  const disruptionId = await closeDay({ citizen, officer, manager, offer });
  const [party] = await citizen.api.disruptions.offers();
  await phone.open('disruptions/offer', { affectedPartyId: party.id });
  await save(phone.page, 'phone-closure');
  await phone.close();
  const {
    id: affectedPartyId,
    version,
    alternatives,
  } = await citizen.api.disruptions.offer({
    params: { affectedPartyId: party.id },
  });
  await citizen.api.disruptions.choose({
    params: { affectedPartyId },
    body: { version, appointmentId: alternatives[0].appointmentId },
  });
  await untilCallsAreDue({ studio, officer, offer });

  const office = await openDesk(browser, studio, { account: 'manager' });
  await office.open(`/manager/disruptions/${disruptionId}`);
  await save(office.page, 'console-closure');
  await office.close();
  const counter = await openDesk(browser, studio, { account: 'yinzhou' });
  await counter.open('/counter/calls');
  await save(counter.page, 'console-calls');
  await counter.close();
}

/** Who has not looked at the offer for an hour is called. */
async function untilCallsAreDue({ studio, officer, offer: { hallId } }) {
  await studio.advance(UNREAD_MS);
  while ((await officer.disruptions.callList({ params: { hallId }, query: {} })).items.length === 0)
    await sleep(POLL_MS);
}

/** Somebody telephones: the officer books for a person without an account. */
function bookFor(officer, { hallId, matterId }, slotId, applicantName) {
  callers += 1;
  const applicantPhone = `1370000${String(callers).padStart(4, '0')}`;
  return officer.appointments.bookFor({
    params: { hallId },
    body: { slotId, matterId, applicantName, applicantPhone },
  });
}

/** One place that is kept for the citizen, and another that is still waited for. */
async function makeWaiting({ citizen: { api, me }, officer, offer }) {
  const { slots } = await offerOf(api, '停业登记', WAITED_FOR);
  const open = slots.filter(({ remaining }) => remaining > 0);
  const [wanted, later] = [open[2], open.at(-2)];
  const taken = [];
  for (const { id, remaining } of [wanted, later])
    for (let n = 0; n < remaining; n++) taken.push(await bookFor(officer, offer, id, '来电预约'));
  const taxpayerId = me.bindings.find(({ role }) => role === 'self').taxpayerId;
  for (const { id: slotId } of [later, wanted])
    await api.waitlist.join({ body: { slotId, matterId: offer.matterId, taxpayerId, scope: 'slot' } });
  const { id, version } = taken[0];
  await officer.appointments.decline({
    params: { appointmentId: id },
    body: { version, reason: '来电说不来了' },
  });
}

/** A day of the hall is closed on which the citizen and some who have no app have appointments; the closure's id. */
async function closeDay({ citizen: { api, me }, officer, manager, offer }) {
  const { hallId, matterId } = offer;
  const { slots } = await offerOf(api, '停业登记', CLOSED);
  const [first, ...others] = slots.filter(({ remaining }) => remaining > 0);
  const taxpayerId = me.bindings.find(({ kind }) => kind === 'enterprise').taxpayerId;
  await api.appointments.book({ body: { slotId: first.id, matterId, taxpayerId } });
  for (const [n, name] of ['张桂英', '陈国平', '何秀兰'].entries()) await bookFor(officer, offer, others[n].id, name);
  const body = {
    hallId,
    scope: 'hall',
    from: `${CLOSED} 08:00`,
    until: `${CLOSED} 18:00`,
    reason: '配电房检修，全厅停电',
  };
  const { id: disruptionId } = await manager.disruptions.create({ body });
  while ((await manager.disruptions.get({ params: { disruptionId } })).working) await sleep(POLL_MS);
  return disruptionId;
}
