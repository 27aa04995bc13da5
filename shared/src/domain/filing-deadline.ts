import { addDays, type LocalDate } from './local-date.js';
import { type WorkingCalendar } from './working-calendar.js';
import { addWorkingDays, isWorkingDay } from './working-days.js';

const LAST_DAY = 15;

/**
 * The last day to file the taxes that are due within 15 days after a month or quarter, in the given month (1 … 12).
 * The 15th, or the next working day if that is a day off. Where days off come three or more in a row within the 1st to
 * the 15th, it moves on by as many working days as there are such days within that time (税收征管法实施细则第一百零九条,
 * in the reading of the yearly official notices, which the test compares month by month).
 * Any office's calendar will do whose week is Monday to Friday: special hours do not count.
 * Throws CalendarRangeError.
 */
export function filingDeadline(calendar: WorkingCalendar, year: number, month: number): LocalDate {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const last = addDays(first, LAST_DAY - 1);
  const extension = longDaysOff(calendar, first);
  if (extension > 0) return addWorkingDays(calendar, last, extension);
  return isWorkingDay(calendar, last) ? last : addWorkingDays(calendar, last, 1);
}

/** Days off within the filing time that stand in a row of three or more, within it. */
function longDaysOff(calendar: WorkingCalendar, first: LocalDate): number {
  const days = Array.from({ length: LAST_DAY }, (_, i) => (isWorkingDay(calendar, addDays(first, i)) ? ' ' : 'x'));
  return (days.join('').match(/x{3,}/g) ?? []).join('').length;
}
