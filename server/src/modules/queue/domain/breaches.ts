import { type CallingWindow, canServe, type Steering, type WaitingTicket } from './ticket.js';

/** One call, with everybody who waited when it was made. */
export interface Call {
  at: number;
  window: CallingWindow;
  called: WaitingTicket;
  /** The called one may be among them. */
  waiting: readonly WaitingTicket[];
}

/**
 * Q3, judged without the order of calling: who waited past his bound while a window that could have served him called
 * somebody who came later and was still within his own.
 */
export function breachesOf({ at, window, called, waiting }: Call, policy: Steering): WaitingTicket[] {
  if (called.boundAt < at) return [];
  return waiting.filter(
    (ticket) =>
      ticket !== called &&
      ticket.boundAt < at &&
      ticket.waitsFrom < called.waitsFrom &&
      canServe(window, ticket, policy),
  );
}
