import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isoWeekOf, isoWeeksBetween } from './iso-week.js';

const DAY_MS = 86_400_000;
const localMidnight = (day: string) => Date.parse(`${day}T00:00:00+08:00`);

describe('isoWeekOf', () => {
  it.each([
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
    ['2025-12-29', '2026-W01'],
    ['2026-01-04', '2026-W01'],
    ['2026-01-05', '2026-W02'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['1969-12-28', '1969-W52'],
  ])('%s is in %s', (day, week) => {
    expect(isoWeekOf(localMidnight(day))).toBe(week);
    expect(isoWeekOf(localMidnight(day) + DAY_MS - 1)).toBe(week);
  });

  it('turns at local midnight, not at that of Greenwich', () => {
    const monday = localMidnight('2026-01-05');
    expect(isoWeekOf(monday - 1)).toBe('2026-W01');
    expect(isoWeekOf(monday)).toBe('2026-W02');
  });
});

describe('isoWeeksBetween', () => {
  it('holds the week of every instant in between, once, in order', () => {
    const instant = fc.integer({ min: 0, max: localMidnight('2040-01-01') });
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 800 }), (from, days) => {
        const each = Array.from({ length: days + 1 }, (_, day) => isoWeekOf(from + day * DAY_MS));
        expect(isoWeeksBetween(from, from + days * DAY_MS)).toEqual([...new Set(each)]);
      }),
    );
  });
});
