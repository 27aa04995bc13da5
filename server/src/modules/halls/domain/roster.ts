import {
  type DayHours,
  type LocalDate,
  openIntervals,
  regularHours,
  type Weekday,
  type WorkingCalendar,
  weekdayOf,
} from '@yiyun/shared';
import type { Hall, ServiceWindow } from './hall.js';
import { commonHours, holdsMinute, hoursWithout, joinedHours } from './hours.js';

/** One window on one day. */
export interface RosteredWindow {
  readonly window: ServiceWindow;
  /** When somebody sits there, within the hall's hours. */
  readonly hours: DayHours;
  readonly isException: boolean;
}

/** Every window of a hall on a day; one that is out of use has no hours. Throws CalendarRangeError. */
export function rosterOn(hall: Hall, calendar: WorkingCalendar, on: LocalDate): RosteredWindow[] {
  const open = openIntervals(calendar, on);
  const regular = regularHours(calendar, on);
  const weekday = rosterDayOf(calendar, on);
  return hall.windows.map((window) => {
    const exception = hall.rosterExceptions.find((one) => one.windowId === window.id && one.on === on);
    const usual = () => usualHours(window, weekday, open, regular);
    const hours = window.active ? (exception ? commonHours(exception.hours, open) : usual()) : [];
    return { window, hours, isException: exception !== undefined };
  });
}

/** The day of the week whose roster holds: of a day worked in exchange for a holiday, the one whose hours it has. */
function rosterDayOf(calendar: WorkingCalendar, on: LocalDate): Weekday {
  const makeup = calendar.makeupDays[on];
  return typeof makeup === 'number' ? makeup : weekdayOf(on);
}

/**
 * The roster as far as the hall is open. Who is on duty when the ordinary hours end stays on while they are extended.
 * On a day off that is worked nobody's roster says anything: every window that is staffed in the week is staffed then.
 */
function usualHours({ roster }: ServiceWindow, weekday: Weekday, open: DayHours, regular: DayHours): DayHours {
  if (regular.length === 0) return roster.some((day) => day.length > 0) ? open : [];
  const duty = roster[weekday - 1] ?? [];
  const stayed = hoursWithout(open, regular).filter((piece) => {
    const before = regular.filter(({ toMinutes }) => toMinutes <= piece.fromMinutes).at(-1);
    const after = regular.find(({ fromMinutes }) => fromMinutes >= piece.toMinutes);
    return holdsMinute(duty, before ? before.toMinutes - 1 : (after?.fromMinutes ?? 0));
  });
  return joinedHours([...commonHours(duty, open), ...stayed]);
}
