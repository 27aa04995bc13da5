import { type LocalDate, openIntervals, specialDayKindNames, type WorkingCalendar } from '@yiyun/shared';
import type { Hall, SpecialDay } from './hall.js';

export const specialDayOf = (hall: Pick<Hall, 'specialDays'>, on: LocalDate): SpecialDay | undefined =>
  hall.specialDays.find((day) => day.on === on);

/** What is not ordinary about a day, in words; null when nothing is. */
export function dayNote(hall: Pick<Hall, 'specialDays'>, calendar: WorkingCalendar, on: LocalDate): string | null {
  const special = specialDayOf(hall, on);
  if (special) return `${specialDayKindNames[special.kind]}：${special.reason}`;
  return calendar.holidays[on] ?? (calendar.makeupDays[on] === undefined ? null : '调休上班');
}

/** Why there is no service at some time of a day that lies outside its hours. Throws CalendarRangeError. */
export function whyClosed(hall: Pick<Hall, 'specialDays'>, calendar: WorkingCalendar, on: LocalDate): string {
  const special = specialDayOf(hall, on);
  if (special && (special.kind === 'closed' || special.kind === 'shortened')) return special.reason;
  if (openIntervals(calendar, on).length > 0) return '不在办公时间';
  return calendar.holidays[on] ?? '休息日';
}
