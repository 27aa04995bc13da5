import { firstWhere, indexOf } from './calendar-index.js';
import { dateOfDayNumber, dayNumberOf, instantAt, type LocalDate, localDateOf } from './local-date.js';
import { CalendarRangeError, openIntervals, regularHours, type WorkingCalendar } from './working-calendar.js';

/**
 * Working days (工作日) are the days of the usual week that are not holidays, and the make-up days. Special hours do not
 * count: a Saturday session makes no working day, and a hall's closure takes none away.
 * Every function throws CalendarRangeError where it would need a date beyond the calendar.
 */
export function isWorkingDay(calendar: WorkingCalendar, date: LocalDate): boolean {
  return regularHours(calendar, date).length > 0;
}

/** The n-th working day after a date, which itself does not count; before it when n is negative; the date when n is 0. */
export function addWorkingDays(calendar: WorkingCalendar, date: LocalDate, n: number): LocalDate {
  if (!Number.isInteger(n)) throw new RangeError(`Not a number of days: ${n}`);
  const { firstDay, workingDaysBefore } = indexOf(calendar);
  const day = dayIndexOf(calendar, date);
  if (n === 0) return date;
  const count = n > 0 ? (workingDaysBefore[day + 1] as number) + n : (workingDaysBefore[day] as number) + n + 1;
  if (count < 1) throw CalendarRangeError.before(calendar);
  const found = firstWhere(workingDaysBefore, (days) => days >= count);
  if (found === workingDaysBefore.length) throw CalendarRangeError.after(calendar);
  return dateOfDayNumber(firstDay + found - 1);
}

/** Working days after `a` up to and including `b`; negative when `b` is earlier. */
export function workingDaysBetween(calendar: WorkingCalendar, a: LocalDate, b: LocalDate): number {
  const { workingDaysBefore } = indexOf(calendar);
  const until = (date: LocalDate) => workingDaysBefore[dayIndexOf(calendar, date) + 1] as number;
  return until(b) - until(a);
}

/**
 * When something promised "within n working days" is due. The count is by day: the day of `fromMs` (of acceptance) does
 * not count, and the whole n-th working day after it is still in time, until service ends that day (its regular hours
 * if a special closure falls on it). n is at least 1; throws RangeError otherwise, and CalendarRangeError.
 */
export function dueAtAfterWorkingDays(calendar: WorkingCalendar, fromMs: number, n: number): number {
  if (!(n >= 1)) throw new RangeError(`A limit of ${n} working days`);
  const dueOn = addWorkingDays(calendar, localDateOf(fromMs), n);
  const open = openIntervals(calendar, dueOn);
  const hours = open.length > 0 ? open : regularHours(calendar, dueOn);
  return instantAt(dueOn, Math.max(...hours.map((interval) => interval.toMinutes)));
}

/** How a deadline (the end of some hours) stands, for people: 还剩3个工作日, 今天到期, 不到1个工作日, 已超期, 已超期2个工作日. */
export function sayWorkingDaysLeft(calendar: WorkingCalendar, dueAt: number, nowMs: number): string {
  const today = localDateOf(nowMs);
  const dueOn = localDateOf(dueAt - 1);
  if (nowMs > dueAt) {
    const late = workingDaysBetween(calendar, dueOn, today);
    return late === 0 ? '已超期' : `已超期${late}个工作日`;
  }
  if (today === dueOn) return '今天到期';
  const left = workingDaysBetween(calendar, today, dueOn);
  return left === 0 ? '不到1个工作日' : `还剩${left}个工作日`;
}

function dayIndexOf(calendar: WorkingCalendar, date: LocalDate): number {
  const { firstDay, hours } = indexOf(calendar);
  const day = dayNumberOf(date) - firstDay;
  if (day < 0 || day >= hours.length) throw new CalendarRangeError(calendar, date);
  return day;
}
