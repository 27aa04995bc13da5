import type { LiveTicketView, StaffTicketView } from '@yiyun/shared';
import { type Api, asNobody } from './clients';
import { hallOf } from './office';
import type { TestServer } from './server';

/** A window that an officer has opened: it calls, serves and finishes. */
export interface Counter {
  windowId: string;
  label: string;
  /** Calls until it is this number's turn; those before are served at once. */
  callUntil(number: string): Promise<StaffTicketView>;
  start(ticket: StaffTicketView): Promise<StaffTicketView>;
  finish(ticket: StaffTicketView): Promise<StaffTicketView>;
}

const MOST_CALLS = 30;

/** The officer's window, or one of the hall's that serves every matter, opened. */
export async function openCounter(officer: Api): Promise<Counter> {
  const hallId = await hallOf(officer);
  const { windows } = await officer.queue.board({ params: { hallId } });
  const me = await officer.identity.staffMe();
  const own = windows.find((one) => one.officer?.id === me.id);
  const free = windows.filter(({ state, servesComplex }) => state === 'closed' && servesComplex);
  const window = own ?? free.at(-1);
  if (!window) throw new Error('no window of the hall is closed');
  const { id: windowId, label } = window;
  if (!own) await officer.queue.setWindowState({ params: { windowId }, body: { state: 'open' } });
  const start = ({ id, version }: StaffTicketView) =>
    officer.queue.start({ params: { ticketId: id }, body: { version } });
  const finish = ({ id, version }: StaffTicketView) =>
    officer.queue.finish({ params: { ticketId: id }, body: { version } });
  return {
    windowId,
    label,
    start,
    finish,
    callUntil: async (number) => {
      for (let call = 0; call < MOST_CALLS; call += 1) {
        const { ticket } = await officer.queue.callNext({ params: { windowId } });
        if (!ticket) throw new Error(`${number} is not called: nobody waits`);
        if (ticket.number === number) return ticket;
        await finish(await start(ticket));
      }
      throw new Error(`${number} is not called within ${MOST_CALLS} calls`);
    },
  };
}

/** Somebody comes without an appointment: the guide desk draws a ticket. */
export async function drawTicket(officer: Api, matterId: string): Promise<StaffTicketView> {
  const hallId = await hallOf(officer);
  return officer.queue.draw({ params: { hallId }, body: { matterIds: [matterId], source: 'walkIn' } });
}

/** The address that is printed as the QR code of a ticket. */
export const printedOn = (server: TestServer, { publicToken }: { publicToken: string }): string =>
  `${server.url}/m/#/packages/queue/ticket/index?token=${publicToken}`;

/** A ticket as anybody with its paper sees it. */
export const seenBy = (server: TestServer, { publicToken }: { publicToken: string }): Promise<LiveTicketView> =>
  asNobody(server).queue.publicTicket({ params: { publicToken } });
