import {
  CalendarRangeError,
  type DayHours,
  isOpen,
  localDateOf,
  nextOpen,
  openIntervals,
  type WorkingCalendar,
} from '@yiyun/shared';

export interface Opening {
  today: DayHours;
  openNow: boolean;
  /** Null while open, and where the calendar ends before the next opening. */
  nextOpenAt: number | null;
}

/** How a hall stands at an instant. Past the loaded years nothing is known: closed, and nothing is promised. */
export function openingAt(calendar: WorkingCalendar, now: number): Opening {
  const known = <T>(ask: () => T, unknown: T): T => {
    try {
      return ask();
    } catch (error) {
      if (error instanceof CalendarRangeError) return unknown;
      throw error;
    }
  };
  const openNow = known(() => isOpen(calendar, now), false);
  return {
    today: known(() => openIntervals(calendar, localDateOf(now)), []),
    openNow,
    nextOpenAt: openNow ? null : known<number | null>(() => nextOpen(calendar, now), null),
  };
}
