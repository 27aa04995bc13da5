import { describe, expect, it } from '@jest/globals';
import { type DayHours, parseHours, sayHours, type WorkingCalendar, weekdayHours } from '@yiyun/shared';
import fc from 'fast-check';
import type { Hall, RosterException, ServiceWindow } from './hall.js';
import { commonHours } from './hours.js';
import { rosterOn } from './roster.js';

const office = parseHours('08:30-12:00 13:30-17:00');
const calendar = (specialHours: Record<string, DayHours> = {}): WorkingCalendar => ({
  version: 'test',
  weekly: weekdayHours(office),
  holidays: { '2026-10-01': '国庆节' },
  makeupDays: { '2026-10-10': 1 },
  specialHours,
  coversFrom: '2026-01-01',
  coversUntil: '2026-12-31',
});
const windowWith = (roster: DayHours[], over: Partial<ServiceWindow> = {}): ServiceWindow => ({
  id: 'w1',
  label: '1号窗口',
  skills: ['发票'],
  servesComplex: false,
  roster,
  bookablePercent: 80,
  active: true,
  ...over,
});
const whole = weekdayHours(office) as DayHours[];
const mornings = weekdayHours(parseHours('08:30-12:00')) as DayHours[];
const hallOf = (window: ServiceWindow, rosterExceptions: RosterException[] = []) =>
  ({ windows: [window], rosterExceptions }) as unknown as Hall;
const said = (window: ServiceWindow, on: string, special: string | undefined, exceptions: RosterException[] = []) => {
  const hours = special === undefined ? {} : { [on]: parseHours(special) };
  return sayHours(rosterOn(hallOf(window, exceptions), calendar(hours), on)[0]?.hours ?? []);
};
const MONDAY = '2026-11-23';
const SATURDAY = '2026-11-28';

describe('who sits at a window on a day', () => {
  it('follows the week within the hours of the hall', () => {
    expect(said(windowWith(whole), MONDAY, undefined)).toBe('08:30–12:00、13:30–17:00');
    expect(said(windowWith(mornings), MONDAY, undefined)).toBe('08:30–12:00');
    expect(said(windowWith(whole), SATURDAY, undefined)).toBe('不开放');
    expect(said(windowWith(whole, { active: false }), MONDAY, undefined)).toBe('不开放');
    const early = weekdayHours(parseHours('07:00-12:00')) as DayHours[];
    expect(said(windowWith(early), MONDAY, undefined)).toBe('08:30–12:00');
  });

  it('is none on a holiday and Monday’s on a day worked in exchange', () => {
    expect(said(windowWith(whole), '2026-10-01', undefined)).toBe('不开放');
    expect(said(windowWith(mornings), '2026-10-10', undefined)).toBe('08:30–12:00');
  });

  it('ends with the hall on a shortened or closed day', () => {
    expect(said(windowWith(whole), MONDAY, '08:30-12:00')).toBe('08:30–12:00');
    expect(said(windowWith(whole), MONDAY, '')).toBe('不开放');
  });

  it('goes on through the extension for those who are on duty at the end of the ordinary hours', () => {
    expect(said(windowWith(whole), MONDAY, '08:30-12:00 13:30-19:00')).toBe('08:30–12:00、13:30–19:00');
    expect(said(windowWith(mornings), MONDAY, '08:30-12:00 13:30-19:00')).toBe('08:30–12:00');
    expect(said(windowWith(mornings), MONDAY, '08:00-17:00')).toBe('08:00–13:30');
    expect(said(windowWith(whole), MONDAY, '08:30-12:00 13:30-17:00 18:00-20:00')).toBe(
      '08:30–12:00、13:30–17:00、18:00–20:00',
    );
  });

  it('is the whole session on a day off that is worked, except at windows that are never staffed', () => {
    expect(said(windowWith(mornings), SATURDAY, '09:00-16:00')).toBe('09:00–16:00');
    expect(said(windowWith(whole), '2026-10-01', '09:00-12:00')).toBe('09:00–12:00');
    expect(said(windowWith([[], [], [], [], [], [], []]), SATURDAY, '09:00-16:00')).toBe('不开放');
  });

  it('follows an exception before everything else, within the hours of the hall', () => {
    const at = (hours: string): RosterException[] => [{ windowId: 'w1', on: MONDAY, hours: parseHours(hours) }];
    expect(said(windowWith(whole), MONDAY, undefined, at(''))).toBe('不开放');
    expect(said(windowWith(mornings), MONDAY, undefined, at('12:30-15:00'))).toBe('13:30–15:00');
    expect(said(windowWith(whole), MONDAY, '08:30-12:00', at('08:00-17:00'))).toBe('08:30–12:00');
    const [rostered] = rosterOn(hallOf(windowWith(whole), at('')), calendar(), MONDAY);
    expect(rostered?.isException).toBe(true);
  });

  it('lies always within the hours of the hall', () => {
    const hours = fc.constantFrom('', '08:30-12:00', '10:00-15:00', '08:00-20:00', '08:30-12:00 13:30-19:00');
    const day = fc.constantFrom(MONDAY, SATURDAY, '2026-10-01', '2026-10-10');
    fc.assert(
      fc.property(hours, hours, day, (roster, special, on) => {
        const week = Array.from({ length: 7 }, () => parseHours(roster));
        const [rostered] = rosterOn(hallOf(windowWith(week)), calendar({ [on]: parseHours(special) }), on);
        expect(commonHours(rostered?.hours ?? [], parseHours(special))).toEqual(rostered?.hours);
      }),
    );
  });
});
