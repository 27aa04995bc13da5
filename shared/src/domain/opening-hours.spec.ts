import { describe, expect, it } from '@jest/globals';
import { areHours, parseHours, sayHours, weekdayHours } from './opening-hours.js';

const usual = parseHours('08:30-12:00 14:00-17:30');

describe('opening hours', () => {
  it('reads several intervals a day', () => {
    expect(usual).toEqual([
      { fromMinutes: 510, toMinutes: 720 },
      { fromMinutes: 840, toMinutes: 1050 },
    ]);
    expect(parseHours(' ')).toEqual([]);
    expect(parseHours('00:00-24:00')).toEqual([{ fromMinutes: 0, toMinutes: 1440 }]);
  });

  it('refuses what is malformed, out of order, overlapping or beyond the day', () => {
    for (const text of ['8:30-12:00', '08:30', '08:60-09:00', '12:00-08:30', '09:00-09:00', '23:00-24:01']) {
      expect(() => parseHours(text)).toThrow(RangeError);
    }
    expect(() => parseHours('14:00-17:00 08:00-12:00')).toThrow(RangeError);
    expect(() => parseHours('08:00-12:00 11:59-17:00')).toThrow(RangeError);
    expect(areHours([{ fromMinutes: 0.5, toMinutes: 60 }])).toBe(false);
    expect(areHours([{ fromMinutes: Number.NaN, toMinutes: 60 }])).toBe(false);
  });

  it('says them', () => {
    expect(sayHours(usual)).toBe('08:30–12:00、14:00–17:30');
    expect(sayHours([])).toBe('不开放');
  });

  it('makes a week of them, the weekend closed', () => {
    expect(weekdayHours(usual).map((hours) => hours.length)).toEqual([2, 2, 2, 2, 2, 0, 0]);
  });
});
