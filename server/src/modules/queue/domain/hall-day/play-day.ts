import { type Lane, MINUTE_MS, type QueuePolicyRules } from '@yiyun/shared';
import { breachesOf } from '../breaches.js';
import { headOf, timesOfReturn } from '../call-order.js';
import { canServe, laneOf, timesOf } from '../ticket.js';
import type { ExpectedTicket } from '../wait-estimate.js';
import type { DayPlan, PlannedVisit, PlannedWindow } from './plan-day.js';

/** How long a window waits for somebody who isn't there. */
const MISSED_MS = 1.5 * MINUTE_MS;

export interface DayTicket extends ExpectedTicket {
  readonly visit: PlannedVisit;
}
/** A window under way. */
export interface DayWindow {
  readonly plan: PlannedWindow;
  /** It calls nobody before. */
  freeAt: number;
  /** When it last went away. */
  awaySince: number;
  inHand: { ticket: DayTicket; since: number } | null;
}
/** What can be seen at an instant; what will be is not in it. */
export interface DaySight {
  readonly at: number;
  readonly waiting: readonly DayTicket[];
  readonly windows: readonly DayWindow[];
  /** Every ticket drawn so far. */
  readonly drawn: readonly DayTicket[];
  /** Services finished so far today. */
  readonly finished: readonly { matterId: string; tookMs: number }[];
}
export interface PlayedDay {
  /** From the drawing to the first call. */
  waits: { lane: Lane; isComplex: boolean; waitMs: number }[];
  breaches: number;
}
export interface Rules {
  policy: QueuePolicyRules;
  /** The order of calling; another one only to see that it is found out. */
  next?: typeof headOf;
  /** Looks on when a ticket is drawn; may give a function that is told how long it waited. */
  onDraw?: (ticket: DayTicket, sight: DaySight) => ((waitMs: number) => void) | undefined;
}

/** Plays a planned day by the order of calling. */
export const playDay = (plan: DayPlan, rules: Rules): PlayedDay => new DayUnderWay(plan, rules).play();

class DayUnderWay {
  private readonly windows: DayWindow[];
  private readonly waiting: DayTicket[] = [];
  private readonly drawn: DayTicket[] = [];
  private readonly finished: { matterId: string; tookMs: number }[] = [];
  private readonly listeners = new Map<string, (waitMs: number) => void>();
  private readonly calledOnce = new Set<string>();
  private readonly away: { at: number; ticket: DayTicket }[] = [];
  private readonly day: PlayedDay = { waits: [], breaches: 0 };
  private coming = 0;

  constructor(
    private readonly plan: DayPlan,
    private readonly rules: Rules,
  ) {
    this.windows = plan.windows.map((window) => ({ plan: window, freeAt: window.opensAt, awaySince: 0, inHand: null }));
  }

  play(): PlayedDay {
    for (let at = this.nextInstant(); at < Infinity; at = this.nextInstant()) {
      for (const window of this.windows) if (window.inHand && window.freeAt <= at) this.release(window, at);
      this.comeBack(at);
      this.draw(at);
      for (const window of this.idleAt(at)) this.callAt(window, at);
    }
    return this.day;
  }

  /** When something happens next: somebody comes or comes back, a service ends, or an absence while somebody waits. */
  private nextInstant(): number {
    let first = this.plan.visits[this.coming]?.drawnAt ?? Infinity;
    for (const { at } of this.away) first = Math.min(first, at);
    for (const { inHand, freeAt, plan } of this.windows) {
      const hasWork = inHand !== null || this.waiting.some((ticket) => canServe(plan, ticket, this.rules.policy));
      if (hasWork) first = Math.min(first, freeAt);
    }
    return first;
  }

  private draw(at: number): void {
    const { windows, waiting, drawn, finished } = this;
    for (
      let visit = this.plan.visits[this.coming];
      visit && visit.drawnAt <= at;
      visit = this.plan.visits[this.coming]
    ) {
      this.coming++;
      const ticket = ticketOf(visit, drawn.length, this.rules.policy);
      drawn.push(ticket);
      waiting.push(ticket);
      const listener = this.rules.onDraw?.(ticket, { at, waiting, windows, drawn, finished });
      if (listener) this.listeners.set(ticket.number, listener);
    }
  }

  /** Windows with nobody in hand, those that have been idle longest first. */
  private idleAt(at: number): DayWindow[] {
    if (this.waiting.length === 0) return [];
    const idle = this.windows.filter(({ inHand, freeAt }) => !inHand && freeAt <= at);
    return idle.length < 2 ? idle : idle.sort((a, b) => a.freeAt - b.freeAt);
  }

  private callAt(window: DayWindow, at: number): void {
    const until = awayUntil(window.plan, at);
    if (until !== undefined) {
      window.freeAt = until;
      window.awaySince = at;
      return;
    }
    const { policy, next = headOf } = this.rules;
    const ticket = next(this.waiting, policy, window.plan);
    if (!ticket) return;
    const call = { at, window: window.plan, called: ticket, waiting: this.waiting };
    this.day.breaches += breachesOf(call, policy).length;
    this.waiting.splice(this.waiting.indexOf(ticket), 1);
    if (!this.calledOnce.has(ticket.number)) this.firstCall(ticket, at);
    window.inHand = { ticket, since: at };
    window.freeAt = at + (ticket.visit.isMissed ? MISSED_MS : ticket.visit.serviceMs * window.plan.speed);
  }

  private firstCall({ number, lane, isComplex, drawnAt }: DayTicket, at: number): void {
    this.calledOnce.add(number);
    this.listeners.get(number)?.(at - drawnAt);
    this.day.waits.push({ lane, isComplex, waitMs: at - drawnAt });
  }

  private release(window: DayWindow, at: number): void {
    const { ticket, since } = window.inHand as { ticket: DayTicket; since: number };
    window.inHand = null;
    const { visit } = ticket;
    if (!visit.isMissed) this.finished.push({ matterId: visit.matter.id, tookMs: at - since });
    else if (visit.backAfterMs < Infinity) this.away.push({ at: at + visit.backAfterMs, ticket });
  }

  private comeBack(at: number): void {
    const { policy } = this.rules;
    const settings = { policy, windows: this.plan.windows, afterCalls: policy.returnAfterCalls };
    for (let i = this.away.length - 1; i >= 0; i--) {
      const { at: back, ticket } = this.away[i] as { at: number; ticket: DayTicket };
      if (back > at) continue;
      this.away.splice(i, 1);
      const visit = { ...ticket.visit, isMissed: false };
      this.waiting.push({ ...ticket, visit, ...timesOfReturn(ticket, this.waiting, settings) });
    }
  }
}

function ticketOf(visit: PlannedVisit, serial: number, policy: QueuePolicyRules): DayTicket {
  const { drawnAt, slotAt, priorityReason, matter } = visit;
  const lane = laneOf(matter.isComplex ? 'complex' : 'simple', { hasAppointment: slotAt !== null, priorityReason });
  return {
    number: String(serial).padStart(4, '0'),
    lane,
    isComplex: matter.isComplex,
    needs: [matter.category],
    matterIds: [matter.id],
    drawnAt,
    waitsFrom: drawnAt,
    ...timesOf(lane, drawnAt, policy),
    reservedWindowId: null,
    reservedStaffId: null,
    visit,
  };
}

/** The end of the break or absence in which a window is; undefined when it is there. */
export function awayUntil({ breaks, pauses }: PlannedWindow, at: number): number | undefined {
  const away = [...breaks, ...pauses].find(({ from, until }) => at >= from && at < until);
  return away?.until;
}
