import type { DrawTicketBody, StaffTicketView, TransferTicketBody, WindowStatusView } from '@yiyun/shared';
import type { Matter } from '../../src/modules/matters/index.js';
import { Matters } from '../../src/modules/matters/index.js';
import { unrecordedColumns } from '../../src/modules/queue/storage/ticket.entities.js';
import { asOfficer, type TestActor } from './actors.js';
import { firstHall } from './appointments.js';
import { currentRow, replayed } from './replay.js';
import type { TestApp } from './start-app.js';

/** An officer at a window. */
export interface Seat {
  officer: TestActor;
  windowId: string;
}
interface Seen {
  id: string;
  version: number;
}

/** The windows of the first hall by what they serve: simple matters, complex ones, everything. */
export const windowIds = (test: TestApp) => {
  const { windows } = firstHall(test);
  const having = (...categories: string[]) =>
    windows.filter(({ skills }) => categories.every((one) => skills.includes(one))).map(({ id }) => id);
  return { simple: having('发票'), complex: having('信息报告'), every: having('发票', '信息报告') };
};

/** A matter of a category that is done at the counter. */
export function matterOf(test: TestApp, category: string, group: Matter['group'] = 'simple'): Matter {
  const found = test.app
    .get(Matters, { strict: false })
    .all()
    .find((one) => one.category === category && one.group === group && one.counterAvailable);
  if (!found) throw new Error(`the catalogue has no ${group} matter of ${category}`);
  return found;
}

export const open = (who: TestActor, windowId: string): Promise<WindowStatusView> =>
  who.client.queue.setWindowState({ params: { windowId }, body: { state: 'open' } });
export const close = (who: TestActor, windowId: string): Promise<WindowStatusView> =>
  who.client.queue.setWindowState({ params: { windowId }, body: { state: 'closed' } });

/** A new officer who has opened the window. */
export async function sit(test: TestApp, windowId: string, name?: string): Promise<Seat> {
  const officer = await asOfficer(test, firstHall(test).id, name);
  await open(officer, windowId);
  return { officer, windowId };
}

/** Somebody comes without an appointment. */
export const draw = (test: TestApp, desk: TestActor, over: Partial<DrawTicketBody> = {}): Promise<StaffTicketView> =>
  desk.client.queue.draw({
    params: { hallId: firstHall(test).id },
    body: { matterIds: [matterOf(test, '发票').id], source: 'walkIn', ...over },
  });

export const callNext = async ({ officer, windowId }: Seat): Promise<StaffTicketView | null> =>
  (await officer.client.queue.callNext({ params: { windowId } })).ticket;

/** The next one; fails when nobody waits. */
export async function mustCall(seat: Seat): Promise<StaffTicketView> {
  const ticket = await callNext(seat);
  if (!ticket) throw new Error('nobody was called');
  return ticket;
}

const of = ({ id, version }: Seen) => ({ params: { ticketId: id }, body: { version } });
const withReason = ({ id, version }: Seen, reason: string) => ({ params: { ticketId: id }, body: { version, reason } });

/** The acts on a ticket, each in the words of a test; `seen` is the view that the officer acts on. */
export const call = ({ officer, windowId }: Seat, { id, version }: Seen): Promise<StaffTicketView> =>
  officer.client.queue.call({ params: { ticketId: id }, body: { version, windowId } });
export const recall = ({ officer }: Seat, seen: Seen): Promise<StaffTicketView> =>
  officer.client.queue.recall(of(seen));
export const start = ({ officer }: Seat, seen: Seen): Promise<StaffTicketView> => officer.client.queue.start(of(seen));
export const finish = ({ officer }: Seat, seen: Seen): Promise<StaffTicketView> =>
  officer.client.queue.finish(of(seen));
export const miss = ({ officer }: Seat, seen: Seen): Promise<StaffTicketView> => officer.client.queue.miss(of(seen));
export const comeBack = ({ officer }: Pick<Seat, 'officer'>, seen: Seen): Promise<StaffTicketView> =>
  officer.client.queue.return(of(seen));
export const resume = ({ officer }: Seat, seen: Seen): Promise<StaffTicketView> =>
  officer.client.queue.resume(of(seen));
export const park = ({ officer }: Seat, seen: Seen, reason = '等待打印'): Promise<StaffTicketView> =>
  officer.client.queue.park(withReason(seen, reason));
export const leave = ({ officer }: Pick<Seat, 'officer'>, seen: Seen, reason = '本人离开'): Promise<StaffTicketView> =>
  officer.client.queue.leave(withReason(seen, reason));
export const transfer = (
  { officer }: Seat,
  { id, version }: Seen,
  to: Omit<TransferTicketBody, 'version' | 'reason'>,
  reason = '需要复核',
): Promise<StaffTicketView> =>
  officer.client.queue.transfer({ params: { ticketId: id }, body: { version, reason, ...to } });

/** Called, started and done. */
export async function serve(seat: Seat, seen: StaffTicketView): Promise<StaffTicketView> {
  return finish(seat, await start(seat, seen));
}

/** R1, R4: what of a ticket's record is not as its row; empty when all is. */
export async function ticketFaults(test: TestApp, id: string): Promise<string[]> {
  const row = await currentRow(test, 'ticket', { id }, [...unrecordedColumns]);
  const { version, facts } = await replayed(test, `ticket:${id}`);
  const { version: stored, ...content } = row;
  const differing = Object.entries(content).filter(
    ([column, value]) => JSON.stringify(facts[column]) !== JSON.stringify(value),
  );
  return [
    ...(stored === version ? [] : [`version ${String(stored)} and ${version} entries`]),
    ...differing.map(([column, value]) => `${column}: ${JSON.stringify(value)} and ${JSON.stringify(facts[column])}`),
  ];
}

/** Q1: tickets called by two windows without having been given back between, and windows with two in hand. */
export async function callFaults(test: TestApp): Promise<string[]> {
  const held = await test.db.read.query<{ windowId: string; n: number | string }[]>(
    "SELECT windowId, COUNT(*) AS n FROM ticket WHERE status IN ('called','serving') GROUP BY windowId HAVING COUNT(*) > 1",
  );
  const entries = await test.db.read.query<{ subjectId: string; kind: string }[]>(
    "SELECT subjectId, kind FROM interaction WHERE streamId LIKE 'ticket:%' ORDER BY streamId, streamVersion",
  );
  const inHand = new Set<string>();
  const twice: string[] = [];
  for (const { subjectId, kind } of entries) {
    if (kind === 'TicketCalled') {
      if (inHand.has(subjectId)) twice.push(subjectId);
      inHand.add(subjectId);
    }
    if (['TicketMissed', 'TicketTransferred', 'TicketFinished', 'TicketLeft'].includes(kind)) inHand.delete(subjectId);
  }
  return [
    ...held.map(({ windowId, n }) => `window ${windowId} has ${Number(n)} in hand`),
    ...twice.map((id) => `ticket ${id} was called twice`),
  ];
}
