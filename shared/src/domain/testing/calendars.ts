import fc from 'fast-check';
import { chinaCalendar } from '../china-holidays.js';
import { addDays, instantAt, type LocalDate, type Weekday } from '../local-date.js';
import { type DayHours, parseHours, weekdayHours } from '../opening-hours.js';
import type { WorkingCalendar } from '../working-calendar.js';

/** Monday to Friday 08:30–12:00 and 14:00–17:30 (seven hours) in the China of 2024 to 2026. */
export const office = chinaCalendar({
  version: 'office-1',
  weekly: weekdayHours(parseHours('08:30-12:00 14:00-17:30')),
});

/** The instant of a local date and time 'HH:MM'. */
export function at(date: LocalDate, time: string): number {
  return instantAt(date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
}

export const MADE_FROM: LocalDate = '2025-12-20';
export const MADE_DAYS = 16;

const dayHours: fc.Arbitrary<DayHours> = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 6 })
  .map((minutes) => [...minutes].sort((a, b) => a - b))
  .map((sorted) =>
    sorted.flatMap((toMinutes, i) => (i % 2 === 1 ? [{ fromMinutes: sorted[i - 1] as number, toMinutes }] : [])),
  );

const madeDate = fc.nat(MADE_DAYS - 1).map((days) => addDays(MADE_FROM, days));

/** Calendars of sixteen days around New Year with any hours at all, also none and around the clock. */
export const madeCalendar: fc.Arbitrary<WorkingCalendar> = fc
  .record({
    weekly: fc.array(dayHours, { minLength: 7, maxLength: 7 }),
    holidays: fc.dictionary(madeDate, fc.constant('假日'), { maxKeys: 6 }),
    makeup: fc.dictionary(
      madeDate,
      fc.oneof(
        dayHours,
        fc.integer({ min: 1, max: 7 }).map((n) => n as Weekday),
      ),
      {
        maxKeys: 6,
      },
    ),
    specialHours: fc.dictionary(madeDate, dayHours, { maxKeys: 4 }),
  })
  .map(({ makeup, ...rest }) => ({
    ...rest,
    version: 'made',
    makeupDays: Object.fromEntries(Object.entries(makeup).filter(([date]) => rest.holidays[date] === undefined)),
    coversFrom: MADE_FROM,
    coversUntil: addDays(MADE_FROM, MADE_DAYS - 1),
  }));
