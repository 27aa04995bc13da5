import { addDays, isLocalDate, type LocalDate, type Weekday, weekdayOf } from './local-date.js';
import { areHours, type DayHours, type WeeklyHours } from './opening-hours.js';

/**
 * When work is done, for a span of dates that is known. Plain data that survives JSON; treat it as frozen, since what is
 * computed from it is kept: a change is a new object with a new version.
 */
export interface WorkingCalendar {
  readonly version: string;
  /** The usual week, Monday first. */
  readonly weekly: WeeklyHours;
  /** Public holidays: date → name (国庆节). */
  readonly holidays: Readonly<Record<LocalDate, string>>;
  /** Days off that are worked in exchange for a holiday: date → the weekday whose hours they have, or their own. */
  readonly makeupDays: Readonly<Record<LocalDate, Weekday | DayHours>>;
  /**
   * Hours of single dates, before everything else: an extended or a shortened day, a holiday session, a closure (none).
   * They change when there is service, not whether the date is a working day.
   */
  readonly specialHours: Readonly<Record<LocalDate, DayHours>>;
  /** First and last date known, both included. */
  readonly coversFrom: LocalDate;
  readonly coversUntil: LocalDate;
}

export interface CalendarProblem {
  /** The field, or the date, that is wrong. */
  readonly where: string;
  readonly reason: 'notSevenDays' | 'badHours' | 'badDate' | 'outsideCoverage' | 'holidayAndMakeup';
}

/** Asked about a date that the calendar does not cover: nobody knows yet (or any more) what is worked then. */
export class CalendarRangeError extends Error {
  /** The date asked for, or the first one needed beyond the data. */
  readonly date: LocalDate;
  readonly coversFrom: LocalDate;
  readonly coversUntil: LocalDate;

  constructor(calendar: WorkingCalendar, date: LocalDate) {
    super(`Calendar "${calendar.version}" covers ${calendar.coversFrom} to ${calendar.coversUntil}, not ${date}`);
    this.name = 'CalendarRangeError';
    this.date = date;
    this.coversFrom = calendar.coversFrom;
    this.coversUntil = calendar.coversUntil;
  }

  static after(calendar: WorkingCalendar): CalendarRangeError {
    return new CalendarRangeError(calendar, addDays(calendar.coversUntil, 1));
  }

  static before(calendar: WorkingCalendar): CalendarRangeError {
    return new CalendarRangeError(calendar, addDays(calendar.coversFrom, -1));
  }
}

/** The hours in which there is service on a date. Throws CalendarRangeError. */
export function openIntervals(calendar: WorkingCalendar, date: LocalDate): DayHours {
  const regular = regularHours(calendar, date);
  return calendar.specialHours[date] ?? regular;
}

/**
 * The hours of a date by the week, the holidays and the make-up days alone, without special hours.
 * Throws CalendarRangeError.
 */
export function regularHours(calendar: WorkingCalendar, date: LocalDate): DayHours {
  if (!(date >= calendar.coversFrom && date <= calendar.coversUntil)) throw new CalendarRangeError(calendar, date);
  if (calendar.holidays[date] !== undefined) return [];
  const makeup = calendar.makeupDays[date] ?? weekdayOf(date);
  return typeof makeup === 'number' ? (calendar.weekly[makeup - 1] ?? []) : makeup;
}

/** What makes a calendar unusable; empty when it is sound. For an import, before it is saved. */
export function calendarProblems(calendar: WorkingCalendar): CalendarProblem[] {
  const { weekly, holidays, makeupDays, specialHours, coversFrom, coversUntil } = calendar;
  const problems: CalendarProblem[] = [];
  const check = (fine: boolean, where: string, reason: CalendarProblem['reason']) => {
    if (!fine) problems.push({ where, reason });
  };
  check(isLocalDate(coversFrom), 'coversFrom', 'badDate');
  check(isLocalDate(coversUntil) && coversFrom <= coversUntil, 'coversUntil', 'badDate');
  check(weekly.length === 7, 'weekly', 'notSevenDays');
  check(weekly.every(areHours), 'weekly', 'badHours');
  for (const [date, makeup] of Object.entries(makeupDays)) {
    check(typeof makeup === 'number' ? weekly[makeup - 1] !== undefined : areHours(makeup), date, 'badHours');
    check(holidays[date] === undefined, date, 'holidayAndMakeup');
  }
  for (const [date, hours] of Object.entries(specialHours)) check(areHours(hours), date, 'badHours');
  for (const date of Object.keys({ ...holidays, ...makeupDays, ...specialHours })) {
    check(isLocalDate(date), date, 'badDate');
    check(date >= coversFrom && date <= coversUntil, date, 'outsideCoverage');
  }
  return problems;
}
