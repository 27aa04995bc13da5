import { halfDayOf, localDateOf } from '@yiyun/shared';

/** How many places are held for everybody affected. */
export const ALTERNATIVES = 3;

/** Where and when a visit could begin instead: one slot a matter, without a gap. */
export interface Opening {
  readonly hallId: string;
  readonly slotIds: readonly string[];
  readonly startsAt: number;
  readonly endsAt: number;
  /** Visits that can still begin here: the least that is left in its slots. */
  readonly left: number;
  /** From the closed hall, in metres; 0 for that hall itself. */
  readonly distance: number;
}
/** What an affected person needs. */
export interface Wanted {
  /** When the visit that can't take place would have begun. */
  readonly startsAt: number;
  /** Nothing that begins before this instant can be reached any more. */
  readonly earliestAt: number;
  /** Half-days, as `halfDayKey` names them, in which the person is expected elsewhere. */
  readonly takenHalfDays: ReadonlySet<string>;
}

/** `2026-11-30:pm` */
export const halfDayKey = (instant: number): string => `${localDateOf(instant)}:${halfDayOf(instant)}`;

const overlap = (a: Opening, b: Opening): boolean =>
  a.hallId === b.hallId && a.startsAt < b.endsAt && b.startsAt < a.endsAt;
const isTwin = (a: Opening, b: Opening): boolean =>
  a.hallId === b.hallId && halfDayKey(a.startsAt) === halfDayKey(b.startsAt);

/** Nearest in time first, then nearest on the map. */
const nearestTo =
  ({ startsAt }: Wanted) =>
  (a: Opening, b: Opening): number =>
    Math.abs(a.startsAt - startsAt) - Math.abs(b.startsAt - startsAt) ||
    a.distance - b.distance ||
    a.startsAt - b.startsAt;

/**
 * The places to hold for one person, at most `ALTERNATIVES`, nearest first: each in another half-day or hall where there
 * is a choice, and one in the closed hall itself if it is open again in time.
 *
 * `others` people after this one need three of the same places each. A place with more left than there are others costs
 * them nothing; any other is taken only while what is left is enough for three each. So, wherever the places suffice for
 * all, everybody gets three, and the first come don't drain the nearest. Where they can't suffice, nearest first.
 */
export function chooseAlternatives(wanted: Wanted, openings: readonly Opening[], others: number): Opening[] {
  const fitting = openings
    .filter(
      ({ left, startsAt }) =>
        left > 0 && startsAt >= wanted.earliestAt && !wanted.takenHalfDays.has(halfDayKey(startsAt)),
    )
    .sort(nearestTo(wanted));
  const supply = fitting.reduce((sum, { left }) => sum + Math.min(left, others), 0);
  let spare = supply - others * ALTERNATIVES;
  const chosen: Opening[] = [];

  const take = (upTo: number, fits: (opening: Opening) => boolean, sparing = true): void => {
    for (const opening of fitting) {
      if (chosen.length >= upTo) return;
      if (chosen.some((other) => overlap(other, opening)) || !fits(opening)) continue;
      const cost = opening.left > others ? 0 : 1;
      if (sparing && cost > Math.max(0, spare)) continue;
      spare -= cost;
      chosen.push(opening);
    }
  };
  const varied = (opening: Opening) => !chosen.some((other) => isTwin(other, opening));
  const isHere = ({ distance }: Opening) => distance === 0;

  take(ALTERNATIVES - 1, varied);
  if (!chosen.some(isHere)) take(ALTERNATIVES, (opening) => isHere(opening) && varied(opening));
  take(ALTERNATIVES, varied);
  take(ALTERNATIVES, () => true);
  take(ALTERNATIVES, () => true, false);
  return chosen.sort(nearestTo(wanted));
}
