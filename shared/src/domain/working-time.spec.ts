import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DayHours } from './opening-hours.js';
import { at, MADE_DAYS, MADE_FROM, madeCalendar, office } from './testing/calendars.js';
import { CalendarRangeError, type WorkingCalendar } from './working-calendar.js';
import { addWorkingTime, isOpen, nextOpen, workingTimeBetween } from './working-time.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.parse(`${MADE_FROM}T00:00:00+08:00`);
const TOTAL_MINUTES = MADE_DAYS * 1440;

/** The oracle: walks the calendar minute by minute and shares nothing with the engine. */
function openMinutes(calendar: WorkingCalendar): boolean[] {
  return Array.from({ length: MADE_DAYS }, (_, day) => {
    const shanghai = new Date(START + day * 1440 * MINUTE + 8 * HOUR);
    const date = shanghai.toISOString().slice(0, 10);
    const weekly = (weekday: number): DayHours => calendar.weekly[(weekday + 6) % 7] ?? [];
    const makeup = calendar.makeupDays[date];
    let hours = weekly(shanghai.getUTCDay());
    if (makeup !== undefined) hours = typeof makeup === 'number' ? weekly(makeup) : makeup;
    if (date in calendar.holidays) hours = [];
    if (date in calendar.specialHours) hours = calendar.specialHours[date] ?? [];
    const isIn = (minute: number) => hours.some((i) => i.fromMinutes <= minute && minute < i.toMinutes);
    return Array.from({ length: 1440 }, (_, minute) => isIn(minute));
  }).flat();
}

const minuteNo = fc.nat(TOTAL_MINUTES);
const instant = fc.integer({ min: START, max: START + TOTAL_MINUTES * MINUTE });
const duration = fc.integer({ min: -60 * HOUR, max: 60 * HOUR });

/** The result, or undefined where the calendar ends. */
function withinData<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof CalendarRangeError) return undefined;
    throw error;
  }
}

describe('working time against a minute-by-minute oracle', () => {
  it('measures what the oracle counts', () => {
    fc.assert(
      fc.property(madeCalendar, minuteNo, minuteNo, (calendar, a, b) => {
        const counted = openMinutes(calendar).slice(Math.min(a, b), Math.max(a, b)).filter(Boolean).length;
        const measured = workingTimeBetween(calendar, START + a * MINUTE, START + b * MINUTE);
        return measured === (b < a ? -counted : counted) * MINUTE || (counted === 0 && measured === 0);
      }),
    );
  });

  it('the oracle tells working time from the time on the clock (negative control)', () => {
    const calendar = { ...office, version: 'control', coversUntil: '2026-12-31' };
    const counted = openMinutes(calendar)
      .slice(0, 5 * 1440)
      .filter(Boolean).length;
    expect(counted).toBe(3 * 7 * 60);
    expect(openMinutes({ ...calendar, weekly: calendar.weekly.map(() => []) }).some(Boolean)).toBe(false);
  });

  it('opens when the oracle does', () => {
    fc.assert(
      fc.property(madeCalendar, fc.nat(TOTAL_MINUTES - 1), (calendar, n) => {
        const open = openMinutes(calendar);
        const t = START + n * MINUTE;
        const next = open.indexOf(true, n);
        expect(isOpen(calendar, t)).toBe(open[n]);
        expect(withinData(() => nextOpen(calendar, t))).toBe(next < 0 ? undefined : START + next * MINUTE);
      }),
    );
  });

  it('adds what the oracle walks, forwards to the first and backwards to the last such minute', () => {
    fc.assert(
      fc.property(madeCalendar, minuteNo, fc.integer({ min: -3000, max: 3000 }), (calendar, n, minutes) => {
        const open = openMinutes(calendar);
        let place = n;
        for (let left = Math.abs(minutes); left > 0 && place >= 0 && place <= TOTAL_MINUTES; ) {
          if (open[minutes > 0 ? place : place - 1]) left -= 1;
          place += Math.sign(minutes);
        }
        const expected = place >= 0 && place <= TOTAL_MINUTES ? START + place * MINUTE : undefined;
        expect(withinData(() => addWorkingTime(calendar, START + n * MINUTE, minutes * MINUTE))).toBe(expected);
      }),
    );
  });
});

describe('the algebra of working time', () => {
  it('K1 between(a,b) + between(b,c) = between(a,c)', () => {
    fc.assert(
      fc.property(madeCalendar, instant, instant, instant, (calendar, a, b, c) => {
        const sum = workingTimeBetween(calendar, a, b) + workingTimeBetween(calendar, b, c);
        return sum === workingTimeBetween(calendar, a, c);
      }),
    );
  });

  it('K2 between(t, add(t,d)) = d, to the millisecond and backwards too', () => {
    fc.assert(
      fc.property(madeCalendar, instant, duration, (calendar, t, d) => {
        const end = withinData(() => addWorkingTime(calendar, t, d));
        fc.pre(end !== undefined);
        return workingTimeBetween(calendar, t, end) === d;
      }),
    );
  });

  it('K3 a later start or a longer duration never ends earlier', () => {
    fc.assert(
      fc.property(madeCalendar, instant, instant, duration, duration, (calendar, t1, t2, d1, d2) => {
        const [t, later] = t1 < t2 ? [t1, t2] : [t2, t1];
        const [d, longer] = d1 < d2 ? [d1, d2] : [d2, d1];
        const early = withinData(() => addWorkingTime(calendar, t, d));
        const late = withinData(() => addWorkingTime(calendar, later, longer));
        fc.pre(early !== undefined && late !== undefined);
        expect(late).toBeGreaterThanOrEqual(early);
        expect(workingTimeBetween(calendar, t, later)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('working time of an office', () => {
  it('stops for lunch: a full morning ends at noon, one millisecond more is after lunch', () => {
    const monday = at('2026-11-23', '08:30');
    expect(addWorkingTime(office, monday, 3.5 * HOUR)).toBe(at('2026-11-23', '12:00'));
    expect(addWorkingTime(office, monday, 3.5 * HOUR + 1)).toBe(at('2026-11-23', '14:00') + 1);
    expect(addWorkingTime(office, at('2026-11-23', '11:30'), HOUR)).toBe(at('2026-11-23', '14:30'));
    expect(addWorkingTime(office, at('2026-11-23', '14:30'), -HOUR)).toBe(at('2026-11-23', '11:30'));
    expect(workingTimeBetween(office, at('2026-11-23', '12:10'), at('2026-11-23', '13:50'))).toBe(0);
    expect(nextOpen(office, at('2026-11-23', '12:00'))).toBe(at('2026-11-23', '14:00'));
    expect(addWorkingTime(office, at('2026-11-22', '10:00'), 0)).toBe(at('2026-11-22', '10:00'));
  });

  it('works on a make-up Saturday', () => {
    expect(isOpen(office, at('2025-10-11', '09:00'))).toBe(true);
    expect(isOpen(office, at('2025-10-18', '09:00'))).toBe(false);
    expect(addWorkingTime(office, at('2025-10-10', '17:00'), HOUR)).toBe(at('2025-10-11', '09:00'));
  });

  it('rests over National Day in 2025 and in 2026', () => {
    expect(nextOpen(office, at('2025-09-30', '17:30'))).toBe(at('2025-10-09', '08:30'));
    expect(nextOpen(office, at('2026-09-30', '17:30'))).toBe(at('2026-10-08', '08:30'));
    expect(workingTimeBetween(office, at('2026-09-30', '17:00'), at('2026-10-08', '09:00'))).toBe(HOUR);
  });

  it('goes over the year end and the last of February', () => {
    expect(addWorkingTime(office, at('2025-12-31', '17:00'), HOUR)).toBe(at('2026-01-04', '09:00'));
    expect(addWorkingTime(office, at('2024-02-28', '17:00'), HOUR)).toBe(at('2024-02-29', '09:00'));
    expect(addWorkingTime(office, at('2025-02-28', '17:00'), HOUR)).toBe(at('2025-03-03', '09:00'));
  });

  it('fails loudly beyond its data, naming the date and the last one known', () => {
    const lastEvening = at('2026-12-31', '17:30');
    expect(addWorkingTime(office, at('2026-12-31', '17:00'), HOUR / 2)).toBe(lastEvening);
    const beyond = { date: '2027-01-01', coversUntil: '2026-12-31', name: 'CalendarRangeError' };
    for (const ask of [
      () => addWorkingTime(office, lastEvening, 1),
      () => nextOpen(office, lastEvening),
      () => isOpen(office, at('2027-01-01', '09:00')),
      () => workingTimeBetween(office, lastEvening, at('2027-01-01', '09:00')),
    ]) {
      expect(ask).toThrow(CalendarRangeError);
      expect(ask).toThrow(expect.objectContaining(beyond));
    }
    expect(() => addWorkingTime(office, at('2024-01-02', '08:30'), -1)).toThrow(/not 2023-12-31/);
    expect(() => addWorkingTime(office, Number.NaN, 1)).toThrow(RangeError);
    expect(() => addWorkingTime(office, lastEvening, Number.NaN)).toThrow(CalendarRangeError);
  });

  it('adds most of a year without walking its minutes: 20 000 sums in two seconds', () => {
    const from = at('2025-01-02', '08:30');
    const startedAt = performance.now();
    for (let i = 0; i < 20_000; i += 1) addWorkingTime(office, from + i, 1700 * HOUR);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});
