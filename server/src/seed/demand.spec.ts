import { describe, expect, it } from '@jest/globals';
import { CHINA_HOLIDAYS, CHINA_MAKEUP_DAYS, filingDeadline, type WorkingCalendar, weekdayOf } from '@yiyun/shared';
import { OFFICE_WEEK } from './data/halls.js';
import { type Demand, demandOf } from './demand.js';

const calendar: WorkingCalendar = {
  version: 'test',
  weekly: OFFICE_WEEK,
  holidays: CHINA_HOLIDAYS,
  makeupDays: CHINA_MAKEUP_DAYS,
  specialHours: {},
  coversFrom: '2024-01-01',
  coversUntil: '2026-12-31',
};
const year = demandOf(calendar, '2025-11-23', '2026-11-22', 12_345);
const sum = (days: Demand[]) => days.reduce((total, { visits }) => total + visits, 0);
const mean = (days: Demand[]) => sum(days) / days.length;

describe('demandOf', () => {
  it('deals out all of it, none on days off', () => {
    expect(sum(year)).toBe(12_345);
    expect(year.filter(({ on, visits }) => on in CHINA_HOLIDAYS && visits > 0)).toEqual([]);
    expect(sum(year.filter(({ on }) => weekdayOf(on) > 5 && !(on in CHINA_MAKEUP_DAYS)))).toBe(0);
  });

  it('peaks before the end of a filing period and grows over the year', () => {
    const deadline = filingDeadline(calendar, 2026, 7);
    const peak = year.find(({ on }) => on === deadline) as Demand;
    expect(peak.visits).toBeGreaterThan(1.5 * mean(year));
    expect(mean(year.slice(-60))).toBeGreaterThan(1.5 * mean(year.slice(0, 60)));
  });

  it('asks for nothing where the calendar knows nothing', () => {
    const beyond = demandOf(calendar, '2026-12-01', '2027-02-01', 500);
    expect(sum(beyond)).toBe(500);
    expect(sum(beyond.filter(({ on }) => on > calendar.coversUntil))).toBe(0);
  });
});
