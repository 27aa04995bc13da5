import { describe, expect, it } from '@jest/globals';
import { CHINA_HOLIDAYS, CHINA_MAKEUP_DAYS } from './china-holidays.js';
import { isLocalDate, weekdayOf } from './local-date.js';
import { office } from './testing/calendars.js';
import { calendarProblems } from './working-calendar.js';
import { isWorkingDay, workingDaysBetween } from './working-days.js';

const inYear = (dates: object, year: number) => Object.keys(dates).filter((date) => date.startsWith(String(year)));

describe('public holidays 2024 to 2026', () => {
  it('has as many holidays and make-up days as announced', () => {
    expect([2024, 2025, 2026].map((year) => inYear(CHINA_HOLIDAYS, year).length)).toEqual([28, 28, 33]);
    expect([2024, 2025, 2026].map((year) => inYear(CHINA_MAKEUP_DAYS, year).length)).toEqual([8, 5, 6]);
  });

  it('gives back every weekday off beyond the statutory days as a make-up day', () => {
    // 11 statutory days in 2024, 13 from 2025 on; one that falls on a weekend is made up by a weekday off.
    const extra = [2024, 2025, 2026].map((year) => {
      const weekdaysOff = inYear(CHINA_HOLIDAYS, year).filter((date) => weekdayOf(date) <= 5).length;
      return weekdaysOff - inYear(CHINA_MAKEUP_DAYS, year).length;
    });
    expect(extra).toEqual([11, 13, 13]);
  });

  it('is made of real dates; make-up days are weekend days', () => {
    expect(Object.keys(CHINA_HOLIDAYS).every(isLocalDate)).toBe(true);
    expect(Object.keys(CHINA_MAKEUP_DAYS).every((date) => weekdayOf(date) >= 6)).toBe(true);
    expect(calendarProblems(office)).toEqual([]);
  });

  it('knows some days by name', () => {
    expect(CHINA_HOLIDAYS['2025-10-06']).toBe('中秋节');
    expect(CHINA_HOLIDAYS['2026-02-15']).toBe('春节');
    expect(CHINA_HOLIDAYS['2026-02-24']).toBeUndefined();
    expect(isWorkingDay(office, '2024-05-11')).toBe(true);
    expect(isWorkingDay(office, '2026-01-04')).toBe(true);
    expect(isWorkingDay(office, '2025-10-08')).toBe(false);
    expect(workingDaysBetween(office, '2025-01-01', '2025-12-31')).toBe(248);
  });
});
