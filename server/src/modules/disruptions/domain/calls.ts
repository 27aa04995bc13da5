import type { AffectedAction, CallResult } from '@yiyun/shared';
import { HOUR_MS, MINUTE_MS } from '@yiyun/shared';

/** How long places are kept for somebody who has not chosen yet. */
const OFFER_HOLD_MS = 24 * HOUR_MS;
/** A place is let go so long before it begins: who has not chosen by then will hardly come. */
const LET_GO_BEFORE_MS = 30 * MINUTE_MS;
/** Somebody who has not looked at the offer is called: soon where the visit was soon. */
const CALL_SOON_MS = 10 * MINUTE_MS;
const CALL_LATER_MS = 60 * MINUTE_MS;
const SOON_MS = 4 * HOUR_MS;
/** What lies nearer than this can't be reached by somebody who hears of it now. */
const WAY_MS = 60 * MINUTE_MS;

const FAILED_CALLS = 3;
/** Dialled again to be sure, a number that is wrong is wrong. */
const WRONG_NUMBERS = 2;

/** The first instant at which somebody who is told at `now` can be at another hall. */
export const earliestAt = (now: number): number => now + WAY_MS;

/** Until when a place that begins at `startsAt` is held. */
export const heldUntil = (now: number, startsAt: number): number =>
  Math.min(now + OFFER_HOLD_MS, startsAt - LET_GO_BEFORE_MS);

/** When somebody is called who has not opened the offer by then; `startsAt` of the visit that can't take place. */
export const callUnreadAt = (now: number, startsAt: number): number =>
  now + (startsAt - now < SOON_MS ? CALL_SOON_MS : CALL_LATER_MS);

/** What a call leads to, after the results of the earlier ones: the ladder ends when nobody could be reached (A4). */
export function actAfterCall(earlier: readonly CallResult[], result: CallResult): AffectedAction {
  if (result === 'reached') return 'rebook';
  if (result === 'declined') return 'decline';
  const failed = [...earlier, result].filter((one) => one === 'noAnswer' || one === 'wrongNumber');
  const wrong = failed.filter((one) => one === 'wrongNumber');
  return failed.length >= FAILED_CALLS || wrong.length >= WRONG_NUMBERS ? 'giveUp' : 'noteCall';
}

/** Whose turn it is among the officers of a hall, after so many tasks were given out; undefined where there is no officer. */
export function nextCaller(officerIds: readonly string[], given: number): string | undefined {
  return [...officerIds].sort()[given % Math.max(1, officerIds.length)];
}
