import { type CalendarIndex, firstWhere, indexOf, lengthMs } from './calendar-index.js';
import { dayNumberAt, localDateOf, localMinutesOf, MINUTE_MS, startOfDayNumber } from './local-date.js';
import { CalendarRangeError, openIntervals, type WorkingCalendar } from './working-calendar.js';

/**
 * Working time is the time in which a calendar is open. Every function throws CalendarRangeError where it would need a
 * date beyond the calendar; the midnight that ends the last covered date still belongs to it.
 */

/** Working milliseconds from instant `a` to `b`; negative when `b` is earlier. */
export function workingTimeBetween(calendar: WorkingCalendar, a: number, b: number): number {
  return openMsUntil(calendar, b) - openMsUntil(calendar, a);
}

/**
 * The instant when `workingMs` of working time have passed since `t`: the earliest one, so a full morning ends at noon
 * and not after lunch. Negative goes back, to the latest such instant. Zero gives `t` itself, open or not.
 */
export function addWorkingTime(calendar: WorkingCalendar, t: number, workingMs: number): number {
  const target = openMsUntil(calendar, t) + workingMs;
  if (workingMs === 0) return t;
  return workingMs > 0
    ? instantWhere(calendar, target, (openMs) => openMs >= target)
    : instantWhere(calendar, target, (openMs) => openMs > target);
}

/** `t` itself when open, or else the next opening. */
export function nextOpen(calendar: WorkingCalendar, t: number): number {
  const target = openMsUntil(calendar, t);
  return instantWhere(calendar, target, (openMs) => openMs > target);
}

/** Is there service at the instant? The minute of opening is open, the minute of closing is not. */
export function isOpen(calendar: WorkingCalendar, t: number): boolean {
  const minutes = localMinutesOf(t);
  return openIntervals(calendar, localDateOf(t)).some((i) => minutes >= i.fromMinutes && minutes < i.toMinutes);
}

/** Open milliseconds from the beginning of the calendar to `t`. */
function openMsUntil(calendar: WorkingCalendar, t: number): number {
  const index = indexOf(calendar);
  const dayNumber = dayNumberAt(t);
  const day = dayNumber - index.firstDay;
  const msOfDay = t - startOfDayNumber(dayNumber);
  if (day === index.hours.length && msOfDay === 0) return totalOpenMs(index);
  const hours = index.hours[day];
  if (!hours) throw new CalendarRangeError(calendar, localDateOf(t));
  return hours.reduce((total, interval) => {
    const passed = msOfDay - interval.fromMinutes * MINUTE_MS;
    return total + Math.min(Math.max(passed, 0), lengthMs(interval));
  }, index.openMsBefore[day] as number);
}

/**
 * Inverse of `openMsUntil`: the instant at which `target` is reached, in the first interval whose total at its end
 * passes. "≥ target" picks the end of an interval where there is a choice, "> target" the start of the next one.
 */
function instantWhere(calendar: WorkingCalendar, target: number, passes: (openMs: number) => boolean): number {
  const index = indexOf(calendar);
  if (target < 0) throw CalendarRangeError.before(calendar);
  if (!passes(totalOpenMs(index))) throw CalendarRangeError.after(calendar);
  const day = Math.max(0, firstWhere(index.openMsBefore, passes) - 1);
  let openMs = index.openMsBefore[day] as number;
  for (const interval of index.hours[day] ?? []) {
    const intervalEnd = openMs + lengthMs(interval);
    if (passes(intervalEnd)) {
      return startOfDayNumber(index.firstDay + day) + interval.fromMinutes * MINUTE_MS + (target - openMs);
    }
    openMs = intervalEnd;
  }
  throw new Error(`Calendar "${calendar.version}" has no ${target} ms of working time on day ${day}`);
}

function totalOpenMs(index: CalendarIndex): number {
  return index.openMsBefore[index.hours.length] as number;
}
