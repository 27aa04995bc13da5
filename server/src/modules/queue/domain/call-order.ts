import { type CallingWindow, canServe, type Steering, type WaitingTicket } from './ticket.js';

export type Ranked = Pick<WaitingTicket, 'dueAt' | 'drawnAt' | 'number'>;

/**
 * The one order of calling, of which everything else is made: what a window calls, what the screen and the phone show,
 * what the estimate plays through. Negative when `a` comes before `b`; zero only for a ticket and itself.
 */
export function compareTickets(a: Ranked, b: Ranked): number {
  if (a.dueAt !== b.dueAt) return a.dueAt - b.dueAt;
  if (a.drawnAt !== b.drawnAt) return a.drawnAt - b.drawnAt;
  return a.number < b.number ? -1 : a.number > b.number ? 1 : 0;
}

/** Who is called first, second …; with a window, by that window. */
export function callOrder<T extends WaitingTicket>(
  tickets: readonly T[],
  policy: Steering,
  window?: CallingWindow,
): T[] {
  const served = window ? tickets.filter((ticket) => canServe(window, ticket, policy)) : [...tickets];
  return served.sort(compareTickets);
}

/** The first of `callOrder`, without sorting the rest. */
export function headOf<T extends WaitingTicket>(
  tickets: readonly T[],
  policy: Steering,
  window: CallingWindow,
): T | undefined {
  let head: T | undefined;
  for (const ticket of tickets) {
    if ((!head || compareTickets(ticket, head) < 0) && canServe(window, ticket, policy)) head = ticket;
  }
  return head;
}

/**
 * 前面人数: those before the ticket whom a window could call that could also call the ticket. While no window can, all
 * that stand before it.
 */
export function aheadOf(
  ticket: WaitingTicket,
  tickets: readonly WaitingTicket[],
  policy: Steering,
  windows: readonly CallingWindow[],
): number {
  const able = windows.filter((window) => canServe(window, ticket, policy));
  return tickets.filter(
    (other) =>
      compareTickets(other, ticket) < 0 &&
      (able.length === 0 || able.some((window) => canServe(window, other, policy))),
  ).length;
}

/**
 * When a missed ticket that comes back waits from, is due and reaches its bound: shifted so far that it stands behind the
 * next `afterCalls` who wait for the same windows, or behind all of them where fewer do. It never moves forward, so
 * nobody gains by missing his call.
 */
export function timesOfReturn(
  ticket: WaitingTicket,
  waiting: readonly WaitingTicket[],
  { policy, windows, afterCalls }: { policy: Steering; windows: readonly CallingWindow[]; afterCalls: number },
): Pick<WaitingTicket, 'waitsFrom' | 'dueAt' | 'boundAt'> {
  const { waitsFrom, dueAt, boundAt } = ticket;
  const able = windows.filter((window) => canServe(window, ticket, policy));
  const rivals = callOrder(
    waiting.filter((other) => able.some((window) => canServe(window, other, policy))),
    policy,
  );
  const last = afterCalls === 0 ? undefined : rivals[Math.min(afterCalls, rivals.length) - 1];
  const shift = last ? Math.max(0, last.dueAt + 1 - dueAt) : 0;
  return { waitsFrom: waitsFrom + shift, dueAt: dueAt + shift, boundAt: boundAt + shift };
}
