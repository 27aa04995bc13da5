import {
  type Lane,
  laneTimes,
  type MatterGroup,
  MINUTE_MS,
  type PriorityReason,
  type QueuePolicyRules,
} from '@yiyun/shared';

/** A ticket as the order of calling sees it. */
export interface WaitingTicket {
  /** Unique in its hall and day. */
  readonly number: string;
  readonly lane: Lane;
  /** Holds a complex matter, whatever its lane. */
  readonly isComplex: boolean;
  /** Categories of matters that one window must have to serve it. */
  readonly needs: readonly string[];
  readonly drawnAt: number;
  /** From here its wait counts. */
  readonly waitsFrom: number;
  /** 应叫时间: its place in the order. Decided when it is drawn. */
  readonly dueAt: number;
  /** Past it nobody who came later and is still within his own is called before. */
  readonly boundAt: number;
  /** Handed to this window, or to this officer wherever he sits; then nobody else calls it. */
  readonly reservedWindowId: string | null;
  readonly reservedStaffId: string | null;
}

/** A window as far as calling goes. */
export interface CallingWindow {
  readonly id: string;
  /** Who sits there. */
  readonly staffId: string | null;
  readonly skills: readonly string[];
  readonly servesComplex: boolean;
}

export type Steering = Pick<QueuePolicyRules, 'complexApart'>;

/** What a ticket waits as; decided once. */
export function laneOf(
  group: MatterGroup,
  { hasAppointment, priorityReason }: { hasAppointment: boolean; priorityReason: PriorityReason | null },
): Lane {
  if (priorityReason !== null) return 'priority';
  return hasAppointment ? 'appointment' : group;
}

/** When a ticket that waits from an instant on should be called, and its bound. */
export function timesOf(lane: Lane, waitsFrom: number, policy: QueuePolicyRules): { dueAt: number; boundAt: number } {
  const { targetMinutes, boundMinutes } = laneTimes(policy, lane);
  return { dueAt: waitsFrom + targetMinutes * MINUTE_MS, boundAt: waitsFrom + boundMinutes * MINUTE_MS };
}

/**
 * The categories that a window must have for a ticket: all of them where some window has them all, otherwise those of
 * the first matter, and the ticket is handed on for the others. Undefined where some matter is served nowhere.
 */
export function needsOf(
  categories: readonly string[],
  windows: readonly Pick<CallingWindow, 'skills'>[],
): string[] | undefined {
  const wanted = [...new Set(categories)];
  if (!wanted.every((one) => windows.some(({ skills }) => skills.includes(one)))) return undefined;
  const isWholeSomewhere = windows.some(({ skills }) => wanted.every((one) => skills.includes(one)));
  return isWholeSomewhere ? wanted : wanted.slice(0, 1);
}

/** Skills and steering only filter; they never change who comes before whom. */
export function canServe(window: CallingWindow, ticket: WaitingTicket, policy: Steering): boolean {
  if (ticket.reservedWindowId !== null) return ticket.reservedWindowId === window.id;
  if (ticket.reservedStaffId !== null) return ticket.reservedStaffId === window.staffId;
  if (policy.complexApart && ticket.isComplex && !window.servesComplex) return false;
  return ticket.needs.every((category) => window.skills.includes(category));
}
