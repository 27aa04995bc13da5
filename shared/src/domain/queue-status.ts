import type { StatusTable } from './status-table.js';

export const ticketStatuses = ['waiting', 'called', 'serving', 'parked', 'missed', 'done', 'left'] as const;
/** `parked`: served in part, waits for something and keeps its window; `missed` (过号): called and not there; `left`: will not be served today. */
export type TicketStatus = (typeof ticketStatuses)[number];
export type TicketActor = 'officer' | 'system';
export type TicketAction =
  | 'call'
  | 'recall'
  | 'start'
  | 'park'
  | 'resume'
  | 'transfer'
  | 'miss'
  | 'return'
  | 'finish'
  | 'leave'
  | 'endDay';

export const ticketStatusNames: Record<TicketStatus, string> = {
  waiting: '等候中',
  called: '已叫号',
  serving: '办理中',
  parked: '暂放',
  missed: '已过号',
  done: '已办完',
  left: '已离开',
};

/** Tickets in these states are in a window's hands. */
export const ticketStatusesAtWindow: readonly TicketStatus[] = ['called', 'serving', 'parked'];

/**
 * `return` puts a missed ticket back into the queue, `transfer` a ticket in hand to another window, officer or matter.
 * `endDay` is the system's: whoever was not served by the evening is gone.
 */
export const ticketMoves: StatusTable<TicketStatus, TicketActor, TicketAction> = {
  call: { by: ['officer'], from: ['waiting'], to: 'called' },
  recall: { by: ['officer'], from: ['called'], to: 'called' },
  start: { by: ['officer'], from: ['called'], to: 'serving' },
  park: { by: ['officer'], from: ['serving'], to: 'parked' },
  resume: { by: ['officer'], from: ['parked'], to: 'serving' },
  transfer: { by: ['officer'], from: ['called', 'serving', 'parked'], to: 'waiting' },
  miss: { by: ['officer'], from: ['called'], to: 'missed' },
  return: { by: ['officer'], from: ['missed'], to: 'waiting' },
  finish: { by: ['officer', 'system'], from: ['serving'], to: 'done' },
  leave: { by: ['officer'], from: ['waiting', 'missed', 'parked'], to: 'left' },
  endDay: { by: ['system'], from: ['waiting', 'called', 'parked', 'missed'], to: 'left' },
};

export const windowStates = ['open', 'paused', 'closed'] as const;
export type WindowState = (typeof windowStates)[number];
export const windowStateNames: Record<WindowState, string> = { open: '办理中', paused: '暂停', closed: '未开' };
