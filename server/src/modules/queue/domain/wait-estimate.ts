import { compareTickets, type Ranked } from './call-order.js';
import { type Lots, lotsFrom, normal, pick, untilNext } from './lots.js';
import type { ServiceTimes } from './service-times.js';
import { type CallingWindow, canServe, type Steering, type WaitingTicket } from './ticket.js';

export const RUNS = 120;
/** Nobody waits longer than a day. */
const HORIZON_MS = 12 * 3_600_000;
const SHORTEST_AWAY_MS = 3 * 60_000;

/** A ticket with what will be done for it. */
export interface ExpectedTicket extends WaitingTicket {
  readonly matterIds: readonly string[];
}
export interface Break {
  readonly from: number;
  readonly until: number;
}
/** An open window, or one that is known to open again. */
export interface WindowAhead extends CallingWindow {
  /** It calls nobody before; the present for an open one. */
  readonly opensAt: number;
  /** What it is busy with, and since when. */
  readonly inHand: { matterIds: readonly string[]; since: number } | null;
  /** Breaks that are known beforehand, in order. */
  readonly breaks: readonly Break[];
}
/** When a window is expected back that has been away since an instant: after as long again, three minutes at least. */
export const backFrom = (awaySince: number, now: number): number => now + Math.max(SHORTEST_AWAY_MS, now - awaySince);

/** What is known at an instant. */
export interface QueueSituation {
  readonly now: number;
  readonly policy: Steering;
  readonly windows: readonly WindowAhead[];
  readonly waiting: readonly ExpectedTicket[];
  /** Who was drawn in the last `recentMs`: it goes on like that until `drawsUntil`. */
  readonly recent: readonly ExpectedTicket[];
  readonly recentMs: number;
  readonly drawsUntil: number;
  readonly times: ServiceTimes;
}
/** Milliseconds from now; Infinity where it could not be said. */
export interface Wait {
  readonly p50: number;
  readonly p80: number;
}

interface Playing extends Ranked {
  readonly matterIds: readonly string[];
  /** Which of the windows can serve it. */
  readonly able: readonly boolean[];
  /** Place in the list of those asked about; −1 for others. */
  readonly asked: number;
  /** Asked "what if": called like everybody else, but takes no time. */
  readonly isProbe: boolean;
}

/**
 * Plays the queue through from what is known now, `RUNS` times by the order of calling, and gives how long each of
 * `asked` waits. One that doesn't stand in `waiting` is a probe: what a ticket would wait. The same seed gives the same.
 */
export function estimateWaits(
  situation: QueueSituation,
  asked: readonly ExpectedTicket[],
  seed: number,
  runs = RUNS,
): Wait[] {
  const { waiting } = situation;
  const players = [
    ...waiting.map((ticket) => playerOf(situation, ticket, asked.indexOf(ticket), false)),
    ...asked.flatMap((ticket, i) => (waiting.includes(ticket) ? [] : [playerOf(situation, ticket, i, true)])),
  ].sort(compareTickets);
  const newcomers = situation.recent.map((ticket) => playerOf(situation, ticket, -1, false));
  const waits = asked.map(() => [] as number[]);
  const lots = lotsFrom(seed);
  for (let run = 0; run < runs; run++) playOnce(situation, players, newcomers, waits, lots);
  return waits.map((list) => {
    list.sort((a, b) => a - b);
    return { p50: quantile(list, 0.5, runs), p80: quantile(list, 0.8, runs) };
  });
}

/** Runs in which it was never called count as Infinity. */
const quantile = (sorted: readonly number[], share: number, runs: number): number =>
  sorted[Math.ceil(share * runs) - 1] ?? Infinity;

function playerOf(
  { windows, policy }: QueueSituation,
  ticket: ExpectedTicket,
  asked: number,
  isProbe: boolean,
): Playing {
  const { number, drawnAt, dueAt, matterIds } = ticket;
  const able = windows.map((window) => canServe(window, ticket, policy));
  return { number, drawnAt, dueAt, matterIds, able, asked, isProbe };
}

function playOnce(
  situation: QueueSituation,
  players: readonly Playing[],
  newcomers: readonly Playing[],
  waits: number[][],
  lots: Lots,
): void {
  const { now, windows, times, drawsUntil } = situation;
  const queue = [...players];
  const free = windows.map(({ inHand, opensAt }) =>
    Math.max(opensAt, inHand ? now + times.drawRest(lots, inHand.matterIds, now - inHand.since) : now),
  );
  const rate = rateOf(situation, lots);
  let comes = now + untilNext(lots, rate);
  let left = waits.length;
  while (left > 0) {
    const w = earliest(free);
    const at = free[w] ?? Infinity;
    if (at > now + HORIZON_MS) return;
    const pause = windows[w]?.breaks.find(({ from, until }) => at >= from && at < until);
    if (pause) {
      free[w] = pause.until;
      continue;
    }
    for (; comes <= at; comes += untilNext(lots, rate))
      if (comes < drawsUntil) join(queue, arrivalOf(newcomers, comes, lots));
    const place = queue.findIndex(({ able }) => able[w]);
    if (place < 0) {
      free[w] = comes < drawsUntil ? comes : Infinity;
      continue;
    }
    const [next] = queue.splice(place, 1) as [Playing];
    if (next.asked >= 0) {
      waits[next.asked]?.push(at - now);
      left--;
    }
    if (!next.isProbe) free[w] = at + times.draw(lots, next.matterIds);
  }
}

/** How many come in a millisecond: a few are seen by chance, so the rate itself is a guess. */
function rateOf({ recent, recentMs }: QueueSituation, lots: Lots): number {
  if (recent.length === 0) return 0;
  return Math.max(0, recent.length + Math.sqrt(recent.length) * normal(lots)) / recentMs;
}

/** Somebody like one who came lately, coming at an instant. */
function arrivalOf(newcomers: readonly Playing[], at: number, lots: Lots): Playing {
  const { number, drawnAt, dueAt, matterIds, able } = pick(lots, newcomers);
  return { number, drawnAt: at, dueAt: dueAt + at - drawnAt, matterIds, able, asked: -1, isProbe: false };
}

function join(queue: Playing[], one: Playing): void {
  let place = queue.length;
  while (place > 0 && compareTickets(one, queue[place - 1] as Playing) < 0) place--;
  queue.splice(place, 0, one);
}

function earliest(free: readonly number[]): number {
  let first = 0;
  for (let i = 1; i < free.length; i++) if ((free[i] as number) < (free[first] as number)) first = i;
  return first;
}
