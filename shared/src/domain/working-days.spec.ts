import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chinaCalendar } from './china-holidays.js';
import { addDays } from './local-date.js';
import { parseHours } from './opening-hours.js';
import { at, MADE_DAYS, MADE_FROM, madeCalendar, office } from './testing/calendars.js';
import { CalendarRangeError } from './working-calendar.js';
import {
  addWorkingDays,
  dueAtAfterWorkingDays,
  isWorkingDay,
  sayWorkingDaysLeft,
  workingDaysBetween,
} from './working-days.js';

const madeDay = fc.nat(MADE_DAYS - 1);

describe('working days', () => {
  it('K1 K2 count as a walk from day to day does', () => {
    fc.assert(
      fc.property(madeCalendar, madeDay, madeDay, (calendar, from, to) => {
        const date = (day: number) => addDays(MADE_FROM, day);
        const [low, high] = from < to ? [from, to] : [to, from];
        let walked = 0;
        for (let day = low + 1; day <= high; day += 1) walked += isWorkingDay(calendar, date(day)) ? 1 : 0;
        const n = workingDaysBetween(calendar, date(from), date(to));
        expect(Math.abs(n)).toBe(walked);
        if (from < to && isWorkingDay(calendar, date(to)))
          expect(addWorkingDays(calendar, date(from), n)).toBe(date(to));
      }),
    );
  });

  it('going n days back from a working day undoes going n days on', () => {
    fc.assert(
      fc.property(fc.nat(900), fc.nat(60), (days, n) => {
        const date = addDays('2024-01-02', days);
        fc.pre(isWorkingDay(office, date));
        return addWorkingDays(office, addWorkingDays(office, date, n), -n) === date;
      }),
    );
  });

  it('goes around holidays and onto make-up days', () => {
    expect(addWorkingDays(office, '2025-09-30', 1)).toBe('2025-10-09');
    expect(addWorkingDays(office, '2025-10-10', 1)).toBe('2025-10-11');
    expect(addWorkingDays(office, '2025-10-11', 1)).toBe('2025-10-13');
    expect(addWorkingDays(office, '2025-10-04', -1)).toBe('2025-09-30');
    expect(addWorkingDays(office, '2025-10-04', 0)).toBe('2025-10-04');
    expect(workingDaysBetween(office, '2025-10-13', '2025-09-30')).toBe(-4);
  });

  it('special hours change the service, not what is a working day', () => {
    const specialHours = {
      '2026-11-21': parseHours('09:00-12:00'),
      '2026-11-24': [],
      '2026-11-25': parseHours('09:00-12:00'),
    };
    const hall = chinaCalendar({ version: 'hall', weekly: office.weekly, specialHours });
    expect(isWorkingDay(hall, '2026-11-21')).toBe(false);
    expect(isWorkingDay(hall, '2026-11-24')).toBe(true);
    expect(dueAtAfterWorkingDays(hall, at('2026-11-20', '10:00'), 2)).toBe(at('2026-11-24', '17:30'));
    expect(dueAtAfterWorkingDays(hall, at('2026-11-20', '10:00'), 3)).toBe(at('2026-11-25', '12:00'));
  });

  it('fails loudly beyond its data', () => {
    expect(addWorkingDays(office, '2026-12-30', 1)).toBe('2026-12-31');
    expect(() => addWorkingDays(office, '2026-12-30', 2)).toThrow(CalendarRangeError);
    expect(() => addWorkingDays(office, '2024-01-02', -1)).toThrow(CalendarRangeError);
    expect(() => isWorkingDay(office, '2027-01-01')).toThrow(CalendarRangeError);
    expect(() => workingDaysBetween(office, '2023-12-31', '2024-01-02')).toThrow(CalendarRangeError);
    expect(() => addWorkingDays(office, '2026-12-30', 0.5)).toThrow(RangeError);
    expect(() => addWorkingDays(office, '2026-02-30', 1)).toThrow(RangeError);
  });
});

describe('due dates', () => {
  it('do not count the day of acceptance, at whatever hour it was', () => {
    for (const time of ['00:00', '08:30', '17:30', '23:59']) {
      expect(dueAtAfterWorkingDays(office, at('2026-11-20', time), 1)).toBe(at('2026-11-23', '17:30'));
    }
    expect(dueAtAfterWorkingDays(office, at('2026-11-21', '10:00'), 1)).toBe(at('2026-11-23', '17:30'));
    expect(dueAtAfterWorkingDays(office, at('2026-09-17', '10:00'), 10)).toBe(at('2026-10-08', '17:30'));
    expect(() => dueAtAfterWorkingDays(office, at('2026-11-20', '10:00'), 0)).toThrow(RangeError);
    expect(() => dueAtAfterWorkingDays(office, at('2026-12-20', '10:00'), 20)).toThrow(CalendarRangeError);
  });

  it('are said in working days', () => {
    const dueAt = at('2026-11-27', '17:30');
    const said = (date: string, time: string) => sayWorkingDaysLeft(office, dueAt, at(date, time));
    expect(said('2026-11-23', '09:00')).toBe('还剩4个工作日');
    expect(said('2026-11-22', '09:00')).toBe('还剩5个工作日');
    expect(said('2026-11-27', '17:30')).toBe('今天到期');
    expect(said('2026-11-27', '17:31')).toBe('已超期');
    expect(said('2026-11-29', '10:00')).toBe('已超期');
    expect(said('2026-12-01', '10:00')).toBe('已超期2个工作日');
    expect(sayWorkingDaysLeft(office, at('2026-11-29', '12:00'), at('2026-11-28', '12:00'))).toBe('不到1个工作日');
    const aroundTheClock = { ...office, version: 'clock', weekly: office.weekly.map(() => parseHours('00:00-24:00')) };
    const midnight = dueAtAfterWorkingDays(aroundTheClock, at('2026-11-26', '10:00'), 1);
    expect(sayWorkingDaysLeft(aroundTheClock, midnight, at('2026-11-27', '23:00'))).toBe('今天到期');
  });
});
