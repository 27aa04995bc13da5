import type { DayHours, Interval } from '@yiyun/shared';

/** Stretches of one day as sets of minutes. */

/** What lies in both. */
export function commonHours(a: DayHours, b: DayHours): DayHours {
  return a.flatMap((one) =>
    b.flatMap((other) => {
      const fromMinutes = Math.max(one.fromMinutes, other.fromMinutes);
      const toMinutes = Math.min(one.toMinutes, other.toMinutes);
      return fromMinutes < toMinutes ? [{ fromMinutes, toMinutes }] : [];
    }),
  );
}

/** What lies in `a` and not in `b`. */
export function hoursWithout(a: DayHours, b: DayHours): DayHours {
  return b.reduce<DayHours>(
    (left, { fromMinutes, toMinutes }) => [
      ...commonHours(left, [{ fromMinutes: 0, toMinutes: fromMinutes }]),
      ...commonHours(left, [{ fromMinutes: toMinutes, toMinutes: 1440 }]),
    ],
    a,
  );
}

/** All of them in order, those that touch or overlap as one. */
export function joinedHours(hours: DayHours): DayHours {
  const joined: Interval[] = [];
  for (const next of [...hours].sort((a, b) => a.fromMinutes - b.fromMinutes)) {
    const last = joined.at(-1);
    if (last && next.fromMinutes <= last.toMinutes) {
      joined[joined.length - 1] = { ...last, toMinutes: Math.max(last.toMinutes, next.toMinutes) };
    } else joined.push(next);
  }
  return joined;
}

export const minutesIn = (hours: DayHours): number =>
  hours.reduce((sum, { fromMinutes, toMinutes }) => sum + toMinutes - fromMinutes, 0);

export const holdsMinute = (hours: DayHours, minute: number): boolean =>
  hours.some(({ fromMinutes, toMinutes }) => minute >= fromMinutes && minute < toMinutes);
