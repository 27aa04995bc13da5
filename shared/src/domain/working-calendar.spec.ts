import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseHours } from './opening-hours.js';
import { at, madeCalendar, office } from './testing/calendars.js';
import { CalendarRangeError, calendarProblems, openIntervals, type WorkingCalendar } from './working-calendar.js';
import { workingTimeBetween } from './working-time.js';

const saturday = parseHours('09:00-12:00');

describe('working calendar', () => {
  it('takes special hours before holidays, holidays and make-up days before the week', () => {
    const calendar: WorkingCalendar = {
      ...office,
      makeupDays: { ...office.makeupDays, '2026-11-28': 1, '2026-11-29': saturday },
      specialHours: { '2026-10-01': saturday, '2026-11-23': [] },
    };
    expect(openIntervals(calendar, '2026-10-01')).toEqual(saturday);
    expect(openIntervals(calendar, '2026-10-02')).toEqual([]);
    expect(openIntervals(calendar, '2026-11-23')).toEqual([]);
    expect(openIntervals(calendar, '2026-11-24')).toEqual(office.weekly[1]);
    expect(openIntervals(calendar, '2026-11-28')).toEqual(office.weekly[0]);
    expect(openIntervals(calendar, '2026-11-29')).toEqual(saturday);
    expect(() => openIntervals(calendar, '2027-01-01')).toThrow(CalendarRangeError);
  });

  it('finds what makes a calendar unusable, and computes nothing with it', () => {
    const badHours = [{ fromMinutes: 600, toMinutes: 500 }];
    const wrong: [Partial<WorkingCalendar>, string, string][] = [
      [{ coversFrom: '2024-02-30' }, 'coversFrom', 'badDate'],
      [{ coversUntil: '2023-12-31' }, 'coversUntil', 'badDate'],
      [{ weekly: office.weekly.slice(1) }, 'weekly', 'notSevenDays'],
      [{ weekly: office.weekly.map(() => badHours) }, 'weekly', 'badHours'],
      [{ specialHours: { '2026-11-23': badHours } }, '2026-11-23', 'badHours'],
      [{ makeupDays: { '2026-11-28': badHours } }, '2026-11-28', 'badHours'],
      [{ makeupDays: { '2026-10-01': 1 } }, '2026-10-01', 'holidayAndMakeup'],
      [{ holidays: { '2027-01-01': '元旦' } }, '2027-01-01', 'outsideCoverage'],
      [{ holidays: { '2026-02-30': '春节' } }, '2026-02-30', 'badDate'],
    ];
    for (const [part, where, reason] of wrong) {
      const calendar = { ...office, ...part };
      expect(calendarProblems(calendar)).toContainEqual({ where, reason });
      const measure = () => workingTimeBetween(calendar, at('2026-11-23', '09:00'), at('2026-11-24', '09:00'));
      expect(measure).toThrow(/is unsound/);
    }
  });

  it('finds nothing wrong with sound ones', () => {
    expect(calendarProblems(office)).toEqual([]);
    fc.assert(fc.property(madeCalendar, (calendar) => calendarProblems(calendar).length === 0));
  });

  it('answers alike after a journey through JSON', () => {
    const copy = JSON.parse(JSON.stringify(office)) as WorkingCalendar;
    const a = at('2024-01-01', '00:00');
    const b = at('2026-12-31', '24:00');
    expect(workingTimeBetween(copy, a, b)).toBe(workingTimeBetween(office, a, b));
  });
});
