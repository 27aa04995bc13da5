import { describe, expect, it } from '@jest/globals';
import { filingDeadline } from './filing-deadline.js';
import { office } from './testing/calendars.js';
import { CalendarRangeError } from './working-calendar.js';

/**
 * The last filing day of each month, January first, as announced: for 2024 the State Taxation Administration's yearly
 * notice, for 2025 税总办征科函〔2024〕71号, for 2026 税总办征科函〔2025〕64号, each read in a public restatement.
 */
const OFFICIAL: Record<number, number[]> = {
  2024: [15, 23, 15, 18, 22, 19, 15, 15, 18, 24, 15, 16],
  2025: [15, 20, 17, 18, 22, 16, 15, 15, 15, 27, 17, 15],
  2026: [20, 24, 16, 20, 22, 15, 15, 17, 15, 26, 16, 15],
};

describe('filing deadlines', () => {
  it.each(Object.keys(OFFICIAL).map(Number))('of %i are computed as they were announced, 12 of 12 months', (year) => {
    const computed = OFFICIAL[year]?.map((_, i) => Number(filingDeadline(office, year, i + 1).slice(8)));
    expect(computed).toEqual(OFFICIAL[year]);
  });

  it('stay in their month and fail beyond the data', () => {
    expect(filingDeadline(office, 2026, 5)).toBe('2026-05-22');
    expect(() => filingDeadline(office, 2027, 1)).toThrow(CalendarRangeError);
  });
});
