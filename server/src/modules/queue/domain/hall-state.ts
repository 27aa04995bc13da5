import {
  type DayHours,
  type MatterGroup,
  MINUTE_MS,
  matterGroups,
  type QueuePolicyRules,
  type WaitEstimateView,
  type WindowState,
} from '@yiyun/shared';
import { aheadOf, callOrder } from './call-order.js';
import { seedOf } from './lots.js';
import type { ServiceTimes } from './service-times.js';
import { type CallingWindow, canServe, timesOf, type WaitingTicket } from './ticket.js';
import {
  type Break,
  backFrom,
  type ExpectedTicket,
  estimateWaits,
  type QueueSituation,
  RUNS,
  type Wait,
  type WindowAhead,
} from './wait-estimate.js';

export const RECENT_MS = 30 * MINUTE_MS;

/** A window as it stands, with its roster of the day in instants. */
export interface StandingWindow extends CallingWindow {
  readonly state: WindowState;
  readonly sinceAt: number | null;
  readonly roster: readonly Break[];
  readonly inHand: { matterIds: readonly string[]; since: number } | null;
}
/** What is read of a hall's queue at one instant. */
export interface QueueReading<T extends ExpectedTicket = ExpectedTicket> {
  readonly hallId: string;
  readonly now: number;
  readonly policy: QueuePolicyRules;
  readonly windows: readonly StandingWindow[];
  readonly waiting: readonly T[];
  readonly recent: readonly ExpectedTicket[];
  /** When the first ticket of the day could be drawn, and the last. */
  readonly drawsFrom: number;
  readonly drawsUntil: number;
  readonly times: ServiceTimes;
  /** The matter for which a group's general estimate is made. */
  readonly usual: Readonly<Record<MatterGroup, { matterId: string; category: string } | undefined>>;
}
/** What a ticket can be told. */
export interface Outlook {
  aheadCount: number;
  estimate: WaitEstimateView;
}

/** A hall's queue at one instant, with everything that follows from it by the order of calling. */
export class HallState<T extends ExpectedTicket = ExpectedTicket> {
  /** In the order in which they will be called (Q2). */
  readonly order: readonly T[];
  private readonly open: readonly StandingWindow[];
  /** Made when somebody asks: who only draws or calls need not wait for it. */
  private kept: ReadonlyMap<string, Wait> | undefined;
  private readonly probes: readonly ExpectedTicket[];

  constructor(readonly reading: QueueReading<T>) {
    const { waiting, policy, windows } = reading;
    this.order = callOrder(waiting, policy);
    this.open = windows.filter(({ state }) => state === 'open');
    this.probes = matterGroups.flatMap((group) => this.probeOf(group) ?? []);
  }

  aheadOf(ticket: WaitingTicket): number {
    return aheadOf(ticket, this.order, this.reading.policy, this.open);
  }

  /** Of a waiting ticket, or of one that would be drawn now. */
  outlookOf(ticket: ExpectedTicket): Outlook {
    const isKnown = this.probes.includes(ticket) || this.order.some(({ number }) => number === ticket.number);
    const wait = isKnown ? this.waits().get(ticket.number) : this.estimate([ticket])[0];
    return { aheadCount: this.aheadOf(ticket), estimate: this.viewOf(ticket, wait) };
  }

  estimateOf(group: MatterGroup): WaitEstimateView {
    const probe = this.probes.find(({ lane }) => lane === group);
    return probe ? this.outlookOf(probe).estimate : { range: null, source: '本厅不办理这类事项' };
  }

  private viewOf(ticket: ExpectedTicket, wait: Wait | undefined): WaitEstimateView {
    const able = this.open.filter((window) => canServe(window, ticket, this.reading.policy));
    if (able.length === 0) return { range: null, source: '现在没有能办理的窗口开放，暂时无法估计' };
    if (!wait || wait.p80 === Infinity) return { range: null, source: '按现在的进度，今天可能叫不到' };
    const isKnown = ticket.matterIds.every((matterId) => this.reading.times.isKnown(matterId));
    const from = isKnown ? '本厅最近的实际办理用时' : '办事目录的计划用时（本厅的实际记录还不够）';
    return {
      range: { p50Minutes: Math.round(wait.p50 / MINUTE_MS), p80Minutes: Math.ceil(wait.p80 / MINUTE_MS) },
      source: `按${from}、${able.length}个开放的窗口和最近半小时的来人，模拟${RUNS}次得出`,
    };
  }

  private waits(): ReadonlyMap<string, Wait> {
    if (!this.kept) {
      const asked = [...this.order, ...this.probes];
      const waits = this.estimate(asked);
      this.kept = new Map(asked.map((ticket, i) => [ticket.number, waits[i] as Wait]));
    }
    return this.kept;
  }

  private estimate(asked: readonly ExpectedTicket[]): Wait[] {
    const { hallId, now } = this.reading;
    return estimateWaits(this.situation(), asked, seedOf(`${hallId} ${now}`));
  }

  private situation(): QueueSituation {
    const { now, policy, windows, waiting, recent, drawsFrom, drawsUntil, times } = this.reading;
    const recentMs = Math.min(RECENT_MS, Math.max(now - drawsFrom, 10 * MINUTE_MS));
    return {
      now,
      policy,
      waiting,
      recent,
      recentMs,
      drawsUntil,
      times,
      windows: windows.flatMap((w) => aheadIn(w, now)),
    };
  }

  private probeOf(group: MatterGroup): ExpectedTicket | undefined {
    const { now, policy, usual } = this.reading;
    const matter = usual[group];
    if (!matter) return undefined;
    return {
      number: `probe ${group}`,
      lane: group,
      isComplex: group === 'complex',
      needs: [matter.category],
      matterIds: [matter.matterId],
      drawnAt: now,
      waitsFrom: now,
      ...timesOf(group, now, policy),
      reservedWindowId: null,
      reservedStaffId: null,
    };
  }
}

/**
 * An open window, with the gaps in its roster that lie ahead; a paused one from when it is expected back: after the gap
 * in which it is, otherwise as one that went away. On a closed one nobody counts.
 */
export function aheadIn(window: StandingWindow, now: number): WindowAhead[] {
  const { id, staffId, skills, servesComplex, state, sinceAt, roster, inHand } = window;
  if (state === 'closed') return [];
  const breaks = gapsOf(roster);
  const gap = breaks.find(({ from, until }) => now >= from && now < until);
  const opensAt = state === 'open' ? now : gap ? gap.until : backFrom(sinceAt ?? now, now);
  // Whoever is open in a gap of the roster works through it.
  const ahead = breaks.filter(({ from }) => from > now || (state === 'paused' && gap !== undefined));
  return [{ id, staffId, skills, servesComplex, opensAt, inHand, breaks: ahead }];
}

/** Between the stretches of a roster; before the first and after the last nothing is known. */
function gapsOf(roster: readonly Break[]): Break[] {
  return roster.slice(1).map(({ from }, i) => ({ from: (roster[i] as Break).until, until: from }));
}

/** The hours of a local day that begins at `midnight`, in instants. */
export const instantsOf = (hours: DayHours, midnight: number): Break[] =>
  hours.map(({ fromMinutes, toMinutes }) => ({
    from: midnight + fromMinutes * MINUTE_MS,
    until: midnight + toMinutes * MINUTE_MS,
  }));
