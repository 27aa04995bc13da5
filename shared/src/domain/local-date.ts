/**
 * Dates and times as they are in China: one zone, UTC+8 all year, no summer time since 1991.
 * Instants are integer milliseconds UTC; everything here is arithmetic, so it runs where `Intl` does not.
 */

/** A calendar date in Asia/Shanghai, 'YYYY-MM-DD'. Sorts and compares as text. */
export type LocalDate = string;

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type HalfDay = 'am' | 'pm';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const OFFSET_MS = 8 * HOUR_MS;
const NOON_MINUTES = 12 * 60;

/** True for a date that exists, written 'YYYY-MM-DD' (29 February only in leap years; years from 1000 on). */
export function isLocalDate(text: string): boolean {
  const match = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay;
}

/** Whole days from 1970-01-01 to the date. Throws RangeError when the text is not a date. */
export function dayNumberOf(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`Not a date: "${date}"`);
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;
}

/** The date that lies `dayNumber` days after 1970-01-01. */
export function dateOfDayNumber(dayNumber: number): LocalDate {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

/** The day number of the local date that holds the instant. */
export function dayNumberAt(ms: number): number {
  return Math.floor((ms + OFFSET_MS) / DAY_MS);
}

/** The local date that holds the instant. */
export function localDateOf(ms: number): LocalDate {
  return dateOfDayNumber(dayNumberAt(ms));
}

/** Whole minutes since local midnight, 0 … 1439. */
export function localMinutesOf(ms: number): number {
  return Math.floor((ms + OFFSET_MS - dayNumberAt(ms) * DAY_MS) / MINUTE_MS);
}

/** The instant at `minutes` after midnight of a local date; 1440 is the next midnight. */
export function instantAt(date: LocalDate, minutes: number): number {
  return startOfDayNumber(dayNumberOf(date)) + minutes * MINUTE_MS;
}

/** The instant of local midnight at which the numbered day begins. */
export function startOfDayNumber(dayNumber: number): number {
  return dayNumber * DAY_MS - OFFSET_MS;
}

/** The date `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumberOf(date) + days);
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return dayNumberOf(b) - dayNumberOf(a);
}

export function weekdayOf(date: LocalDate): Weekday {
  return (((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** 'am' before 12:00 local time, 'pm' from 12:00 on. */
export function halfDayOf(ms: number): HalfDay {
  return localMinutesOf(ms) < NOON_MINUTES ? 'am' : 'pm';
}

/** ISO 8601 week of a date, '2026-W47'; the days around New Year may belong to the neighbouring year. */
export function isoWeekOf(date: LocalDate): string {
  const thursday = addDays(date, 4 - weekdayOf(date));
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
