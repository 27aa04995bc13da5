import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  dayNumberOf,
  daysBetween,
  halfDayOf,
  instantAt,
  isLocalDate,
  isoWeekOf,
  localDateOf,
  localMinutesOf,
  weekdayOf,
} from './local-date.js';

const utc = (text: string) => Date.parse(text);
const anInstant = fc.integer({ min: utc('1950-01-01T00:00:00Z'), max: utc('2150-01-01T00:00:00Z') });

describe('local dates', () => {
  it('accepts dates that exist and nothing else', () => {
    for (const date of ['2024-02-29', '2000-02-29', '2026-12-31', '1900-02-28']) expect(isLocalDate(date)).toBe(true);
    const wrong = [
      '2025-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-1-1',
      '',
      '2026-01-01 ',
      '2026-01-00',
      '0999-01-01',
    ];
    for (const text of wrong) expect(isLocalDate(text)).toBe(false);
    expect(() => dayNumberOf('2025-02-29')).toThrow(RangeError);
  });

  it('accepts exactly the dates that the platform itself writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1890, max: 2110 }), fc.nat(13), fc.nat(32), (year, month, day) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        return isLocalDate(text) === new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(text);
      }),
    );
  });

  it('begins the day at 16:00 UTC of the day before', () => {
    expect(localDateOf(utc('2026-11-21T15:59:59.999Z'))).toBe('2026-11-21');
    expect(localDateOf(utc('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
    expect(localMinutesOf(utc('2026-11-21T15:59:59.999Z'))).toBe(1439);
    expect(localMinutesOf(utc('2026-11-21T16:00:00Z'))).toBe(0);
    expect(instantAt('2026-11-22', 9 * 60 + 30)).toBe(utc('2026-11-22T01:30:00Z'));
    expect(instantAt('2026-11-22', 1440)).toBe(instantAt('2026-11-23', 0));
  });

  it('splits an instant into date and minutes without loss, also before 1970', () => {
    fc.assert(
      fc.property(anInstant, (ms) => {
        const rest = ms - instantAt(localDateOf(ms), localMinutesOf(ms));
        return rest >= 0 && rest < 60_000;
      }),
    );
  });

  it('counts days over month, year and leap day', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
    expect(daysBetween('2026-03-01', '2026-02-01')).toBe(-28);
  });

  it('knows weekdays, Monday 1 to Sunday 7, also before 1970', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(weekdayOf('1969-12-31')).toBe(3);
    expect(weekdayOf('1949-10-01')).toBe(6);
  });

  it('numbers ISO weeks, which may belong to the neighbouring year', () => {
    expect(isoWeekOf('2026-11-22')).toBe('2026-W47');
    expect(isoWeekOf('2026-11-23')).toBe('2026-W48');
    expect(isoWeekOf('2024-12-30')).toBe('2025-W01');
    expect(isoWeekOf('2027-01-01')).toBe('2026-W53');
    expect(isoWeekOf('2023-01-01')).toBe('2022-W52');
  });

  it('ends the morning at noon', () => {
    expect(halfDayOf(instantAt('2026-11-22', 12 * 60) - 1)).toBe('am');
    expect(halfDayOf(instantAt('2026-11-22', 12 * 60))).toBe('pm');
  });
});
