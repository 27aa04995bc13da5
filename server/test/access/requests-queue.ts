import { defaultQueuePolicy, type StaffTicketView } from '@yiyun/shared';
import { asCitizen } from '../harness/actors.js';
import { slotsOn } from '../harness/appointments.js';
import { close, draw, matterOf, mustCall, open, park, type Seat, start, windowIds } from '../harness/queue.js';
import type { RequestsOf } from './requests.js';
import type { World } from './world.js';

const here = ({ hallId }: World) => ({ params: { hallId } });
const on = ({ id, version }: StaffTicketView) => ({ params: { ticketId: id }, body: { version } });
const because = (ticket: StaffTicketView) => ({
  params: on(ticket).params,
  body: { ...on(ticket).body, reason: '本人要求' },
});

/** The officer's window with one ticket, as `bring` leaves it; what another request left there is finished first. */
function atWindow(
  { test, things, officer, hallId }: World,
  name: string,
  bring: (seat: Seat, ticket: StaffTicketView) => Promise<StaffTicketView>,
): Promise<StaffTicketView> {
  return things.of(`ticket to ${name}`, async () => {
    const windowId = windowIds(test).every[0] as string;
    await open(officer, windowId);
    await empty(hallId, { officer, windowId });
    const drawn = await draw(test, officer, { priorityReason: 'elderly' });
    return bring({ officer, windowId }, drawn);
  });
}

/** Nobody waits and nobody is in the window's hands. */
async function empty(hallId: string, { officer, windowId }: Seat): Promise<void> {
  const { waiting, atWindows } = await officer.client.queue.board({ params: { hallId } });
  for (const ticket of atWindows.filter(({ window }) => window?.id === windowId)) {
    const { client } = officer;
    if (ticket.status === 'serving') await client.queue.finish(on(ticket));
    else if (ticket.status === 'called') await client.queue.miss(on(ticket));
    else await client.queue.leave(because(ticket));
  }
  for (const ticket of waiting) await officer.client.queue.leave(because(ticket));
}

const called = async (seat: Seat) => mustCall(seat);
const serving = async (seat: Seat) => start(seat, await mustCall(seat));
const parked = async (seat: Seat) => park(seat, await serving(seat));
const missed = async (seat: Seat) => seat.officer.client.queue.miss(on(await mustCall(seat)));

const someTicket = ({ test, things, officer }: World) => things.of('ticket', () => draw(test, officer));

/** A ticket that is the owner's. */
const kept = ({ test, things, officer, owner }: World): Promise<StaffTicketView> =>
  things.of('kept ticket', async () => {
    const ticket = await draw(test, officer);
    await owner.client.queue.keep({ body: { publicToken: ticket.publicToken } });
    return ticket;
  });

/** Only the first who scans a ticket may keep it: each gets one of his own. */
const keepable = async ({ test, officer }: World) => ({
  body: { publicToken: (await draw(test, officer)).publicToken },
});

/** A window that nobody holds, whoever asks. */
async function freeWindow(world: World): Promise<string> {
  for (const windowId of windowIds(world.test).every) await close(world.officer, windowId);
  return windowIds(world.test).every[0] as string;
}

/** Somebody who booked for today and may check in. */
async function dueToday({ test, hallId }: World): Promise<string> {
  const visitor = await asCitizen(test);
  const matterId = matterOf(test, '发票').id;
  const [slot] = await slotsOn(test, hallId, matterId, '2026-11-23');
  const body = { slotId: slot?.id ?? '', matterId, taxpayerId: visitor.taxpayerId };
  return (await visitor.client.appointments.book({ body })).qrText;
}

export const queueRequests: RequestsOf<'queue'> = {
  load: () => ({}),
  screen: here,
  publicTicket: async (w) => ({ params: { publicToken: (await someTicket(w)).publicToken } }),
  mine: () => ({}),
  keep: (w) => keepable(w),
  notifyNear: async (w) => ({ params: { ticketId: (await kept(w)).id }, body: { on: true } }),
  board: here,
  list: (w) => ({ ...here(w), query: {} }),
  get: async (w) => ({ params: { ticketId: (await someTicket(w)).id } }),
  day: (w) => ({ ...here(w), query: { on: '2026-11-23' } }),
  findAppointments: (w) => ({ ...here(w), query: { phoneTail: '0000' } }),
  checkIn: async (w) => ({ ...here(w), body: { code: await w.things.of('booking for today', () => dueToday(w)) } }),
  draw: (w) => ({ ...here(w), body: { matterIds: [matterOf(w.test, '发票').id], source: 'walkIn' } }),
  reservePaper: (w) => ({ ...here(w), body: { count: 1 } }),
  reconcilePaper: (w) => ({ ...here(w), body: { text: 'P001 09:00 未办 发票' } }),
  setWindowState: async (w) => ({ params: { windowId: await freeWindow(w) }, body: { state: 'open' } }),
  callNext: async (w) => {
    await atWindow(w, 'callNext', async (_seat, drawn) => drawn);
    return { params: { windowId: windowIds(w.test).every[0] as string } };
  },
  call: async (w) => {
    const { params, body } = on(await atWindow(w, 'call', async (_seat, drawn) => drawn));
    return { params, body: { ...body, windowId: windowIds(w.test).every[0] as string } };
  },
  recall: async (w) => on(await atWindow(w, 'recall', called)),
  start: async (w) => on(await atWindow(w, 'start', called)),
  park: async (w) => because(await atWindow(w, 'park', serving)),
  resume: async (w) => on(await atWindow(w, 'resume', parked)),
  transfer: async (w) => {
    const { params, body } = because(await atWindow(w, 'transfer', called));
    return { params, body: { ...body, matterId: matterOf(w.test, '发票').id } };
  },
  addMatter: async (w) => {
    const { params, body } = on(await atWindow(w, 'addMatter', serving));
    return { params, body: { ...body, matterId: matterOf(w.test, '证明开具').id } };
  },
  miss: async (w) => on(await atWindow(w, 'miss', called)),
  return: async (w) => on(await atWindow(w, 'return', missed)),
  finish: async (w) => on(await atWindow(w, 'finish', serving)),
  leave: async (w) => because(await atWindow(w, 'leave', async (_seat, drawn) => drawn)),
  openEmergency: async (w) => ({ ...here(w), body: { windowId: await freeWindow(w) } }),
  policy: here,
  updatePolicy: async (w) => {
    const { version } = await w.manager.client.queue.policy(here(w));
    return { ...here(w), body: { ...defaultQueuePolicy, version } };
  },
};
