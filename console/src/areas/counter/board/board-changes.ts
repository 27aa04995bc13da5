import type { DayBoardView, StaffTicketView, WindowStatusView } from '@yiyun/shared';

const isInHand = ({ status }: StaffTicketView): boolean => status === 'called' || status === 'serving';

/** A window with the ticket that an act has just put into its hand, or taken from it. */
function windowWith(of: WindowStatusView, ticket: StaffTicketView): WindowStatusView {
  const had = of.currentTicket?.id === ticket.id;
  const has = isInHand(ticket) && ticket.window?.id === of.id;
  if (!had && !has) return of;
  const { id, number, status } = ticket;
  return {
    ...of,
    currentTicket: has ? { id, number, status, sinceAt: ticket.startedAt ?? ticket.calledAt ?? ticket.drawnAt } : null,
    servedToday: of.servedToday + (had && status === 'done' ? 1 : 0),
  };
}

/**
 * The board with the answer of one's own act on it, before it is read again: the ticket stands where it belongs now. One
 * that waits is left out until then, for its place in the order is the server's to say.
 */
export function withTicket(board: DayBoardView, ticket: StaffTicketView): DayBoardView {
  const others = (list: StaffTicketView[]) => list.filter(({ id }) => id !== ticket.id);
  const isAtWindow = isInHand(ticket) || ticket.status === 'parked';
  return {
    ...board,
    waiting: others(board.waiting),
    atWindows: isAtWindow ? [...others(board.atWindows), ticket] : others(board.atWindows),
    missed: ticket.status === 'missed' ? [ticket, ...others(board.missed)] : others(board.missed),
    windows: board.windows.map((of) => windowWith(of, ticket)),
  };
}

/** The board with a window's new state on it. */
export const withWindow = (board: DayBoardView, changed: WindowStatusView): DayBoardView => ({
  ...board,
  windows: board.windows.map((of) => (of.id === changed.id ? changed : of)),
});

/** Where the person sits, and what is in hand there. */
export interface MyWindow {
  window: WindowStatusView;
  ticket?: StaffTicketView;
  /** Put aside at this window, the longest first. */
  parked: StaffTicketView[];
}

/** The window of one officer, if he sits at one. */
export function myWindow({ windows, atWindows }: DayBoardView, staffId: string): MyWindow | undefined {
  const window = windows.find(({ officer, state }) => officer?.id === staffId && state !== 'closed');
  if (!window) return undefined;
  return {
    window,
    ticket: atWindows.find(({ id }) => id === window.currentTicket?.id),
    parked: atWindows.filter(({ status, window: at }) => status === 'parked' && at?.id === window.id),
  };
}
