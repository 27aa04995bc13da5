import {
  type DaySummaryView,
  type Lane,
  lanes,
  MINUTE_MS,
  type QueuePolicyRules,
  type TicketStatus,
} from '@yiyun/shared';
import type { WaitingTicket } from './ticket.js';
import { coverageOf, lengthWithin, percentOf, type WindowTimes } from './window-rate.js';

/** A ticket as a day remembers it. */
export interface PastTicket extends Pick<WaitingTicket, 'lane' | 'drawnAt' | 'boundAt' | 'waitsFrom'> {
  readonly status: TicketStatus;
  readonly matterIds: readonly string[];
  readonly windowId: string | null;
  readonly firstCalledAt: number | null;
  readonly endedAt: number | null;
  readonly serviceMs: number | null;
  readonly missedCount: number;
}
export interface DayWindow extends WindowTimes {
  readonly id: string;
  readonly label: string;
}
export interface PastDay {
  readonly on: string;
  /** Until when it is known: the present, or the end of the day. */
  readonly until: number;
  readonly tickets: readonly PastTicket[];
  readonly windows: readonly DayWindow[];
  readonly appointments: DaySummaryView['appointments'];
  readonly policy: QueuePolicyRules;
  readonly matterName: (matterId: string) => string;
}

const QUARTER_MS = 15 * MINUTE_MS;

/** The value below which so large a share lies; 0 for nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

const minutes = (ms: number): number => Math.round(ms / MINUTE_MS);
const waitOf = ({ firstCalledAt, waitsFrom, drawnAt }: PastTicket): number =>
  Math.max(0, (firstCalledAt ?? 0) - Math.max(waitsFrom, drawnAt));

/** What a day was like. Waits count from when the wait began until the first call; paper tells no call. */
export function summaryOf(day: PastDay): DaySummaryView {
  const { on, until, tickets, windows, appointments, policy } = day;
  const count = (...statuses: TicketStatus[]) => tickets.filter(({ status }) => statuses.includes(status)).length;
  const from = firstInstant(day);
  return {
    on,
    drawn: tickets.length,
    served: count('done'),
    missed: tickets.filter(({ missedCount }) => missedCount > 0).length,
    left: count('left'),
    appointments,
    waitMinutes: lanes.map((lane) => waitsIn(lane, tickets)),
    serviceMinutes: servicesIn(day),
    windows: windows.map(({ id, label, open, roster }) => ({
      label,
      openMinutes: minutes(lengthWithin(open, 0, until)),
      rosteredMinutes: minutes(lengthWithin(roster, 0, until)),
      served: tickets.filter(({ status, windowId }) => status === 'done' && windowId === id).length,
    })),
    windowOpenRate: percentOf(coverageOf(windows, from, until)),
    rateFloorPercent: policy.windowOpenRatePercent,
    rateOverTime: quartersOf(day, from),
  };
}

function waitsIn(lane: Lane, tickets: readonly PastTicket[]) {
  const called = tickets.filter((ticket) => ticket.lane === lane && ticket.firstCalledAt !== null);
  const waits = called.map(waitOf);
  return {
    lane,
    median: minutes(quantile(waits, 0.5)),
    p80: minutes(quantile(waits, 0.8)),
    longest: minutes(Math.max(0, ...waits)),
    overBound: called.filter(({ firstCalledAt, boundAt }) => (firstCalledAt ?? 0) > boundAt).length,
  };
}

/** Services of one matter without interruption, those that came most often first. */
function servicesIn({ tickets, matterName }: PastDay): DaySummaryView['serviceMinutes'] {
  const times = new Map<string, number[]>();
  for (const { serviceMs, matterIds } of tickets) {
    if (serviceMs === null) continue;
    const name = matterName(matterIds[0] ?? '');
    times.set(name, [...(times.get(name) ?? []), serviceMs]);
  }
  return [...times]
    .map(([name, list]) => ({ matterName: name, count: list.length, median: minutes(quantile(list, 0.5)) }))
    .sort((a, b) => b.count - a.count || (a.matterName < b.matterName ? -1 : 1));
}

/** The first moment at which something was planned or happened; the end where nothing was. */
function firstInstant({ windows, tickets, until }: PastDay): number {
  const begun = windows.flatMap(({ open, roster }) => [...open, ...roster].map(({ from }) => from));
  return Math.min(until, ...begun, ...tickets.map(({ drawnAt }) => drawnAt));
}

function quartersOf({ windows, tickets, until }: PastDay, from: number): DaySummaryView['rateOverTime'] {
  const quarters: DaySummaryView['rateOverTime'] = [];
  for (let at = from - (from % QUARTER_MS); at < until; at += QUARTER_MS) {
    const end = Math.min(at + QUARTER_MS, until);
    const waiting = tickets.filter((ticket) => ticket.drawnAt < end && (waitedUntil(ticket) ?? Infinity) >= end);
    quarters.push({ at, percent: percentOf(coverageOf(windows, at, end)), waiting: waiting.length });
  }
  return quarters;
}

/** Until it was called, or gone; undefined while it waits. */
const waitedUntil = ({ firstCalledAt, endedAt }: PastTicket): number | undefined =>
  firstCalledAt ?? endedAt ?? undefined;
