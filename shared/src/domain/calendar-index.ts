import { dateOfDayNumber, dayNumberOf, MINUTE_MS } from './local-date.js';
import type { DayHours, Interval } from './opening-hours.js';
import { calendarProblems, regularHours, type WorkingCalendar } from './working-calendar.js';

/** A calendar unrolled once into running totals, so that a question costs a binary search however far it reaches. */
export interface CalendarIndex {
  /** Day number of the first covered date; the arrays count days from here. */
  readonly firstDay: number;
  readonly hours: readonly DayHours[];
  /** Open milliseconds, and working days, before day i begins; one entry more than there are days. */
  readonly openMsBefore: readonly number[];
  readonly workingDaysBefore: readonly number[];
}

const indexes = new WeakMap<WorkingCalendar, CalendarIndex>();

/** The index of a calendar, built at its first use. Throws Error when the calendar is unsound. */
export function indexOf(calendar: WorkingCalendar): CalendarIndex {
  let index = indexes.get(calendar);
  if (!index) {
    index = build(calendar);
    indexes.set(calendar, index);
  }
  return index;
}

export function lengthMs(interval: Interval): number {
  return (interval.toMinutes - interval.fromMinutes) * MINUTE_MS;
}

/** The first position whose value passes, in values that never pass before one that does not; length if none. */
export function firstWhere(values: readonly number[], passes: (value: number) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(values[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function build(calendar: WorkingCalendar): CalendarIndex {
  const [problem] = calendarProblems(calendar);
  if (problem) throw new Error(`Calendar "${calendar.version}" is unsound: ${problem.where} ${problem.reason}`);
  const firstDay = dayNumberOf(calendar.coversFrom);
  const lastDay = dayNumberOf(calendar.coversUntil);
  const hours: DayHours[] = [];
  const openMsBefore = [0];
  const workingDaysBefore = [0];
  let openMs = 0;
  let workingDays = 0;
  for (let day = firstDay; day <= lastDay; day += 1) {
    const date = dateOfDayNumber(day);
    const regular = regularHours(calendar, date);
    const open = calendar.specialHours[date] ?? regular;
    openMs += open.reduce((total, interval) => total + lengthMs(interval), 0);
    workingDays += regular.length > 0 ? 1 : 0;
    hours.push(open);
    openMsBefore.push(openMs);
    workingDaysBefore.push(workingDays);
  }
  return { firstDay, hours, openMsBefore, workingDaysBefore };
}
