import { describe, expect, it } from '@jest/globals';
import { addDays, weekdayOf } from '@yiyun/shared';
import fc from 'fast-check';
import { calendarTextOf, parseCalendarText } from './calendar-text.js';
import type { CalendarDay } from './national-calendar.js';

const from = '2027-01-01';
const until = '2027-12-31';
const always: CalendarDay[] = [
  { on: '2027-01-01', off: true, name: '元旦' },
  { on: '2027-05-01', off: true, name: '劳动节' },
  { on: '2027-10-01', off: true, name: '国庆节' },
];

/** Sound lists: any days off, and weekends worked. */
const soundDays = fc.array(fc.record({ day: fc.nat(364), off: fc.boolean() }), { maxLength: 60 }).map((picked) => {
  const days = new Map(always.map((day) => [day.on, day]));
  for (const { day, off } of picked) {
    const on = addDays(from, day);
    if (!days.has(on) && (off || weekdayOf(on) > 5)) days.set(on, { on, off, name: off ? '节' : '调休' });
  }
  return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
});

describe('the text of a calendar', () => {
  it('reads back what it writes, in any order, with blank lines and any line ends', () => {
    fc.assert(
      fc.property(soundDays, fc.boolean(), (days, backwards) => {
        const lines = calendarTextOf(backwards ? [...days].reverse() : days).split('\n');
        expect(parseCalendarText(lines.join('\n'), from, until)).toEqual(days);
        expect(parseCalendarText(`\n${lines.join('\r\n\r\n')}\n`, from, until)).toEqual(days);
      }),
    );
  });

  it('asks for the days of every year that it covers, and only of those', () => {
    const half = calendarTextOf(always.slice(0, 2));
    expect(parseCalendarText(half, from, '2027-06-30')).toHaveLength(2);
    expect(() => parseCalendarText(half, from, until)).toThrow('2027-10-01（国庆节）');
    expect(() => parseCalendarText(calendarTextOf(always), from, '2028-01-01')).toThrow('2028-01-01（元旦）');
  });

  it('does not take a holiday that is worked for one that is off', () => {
    const worked = calendarTextOf(always.map((day) => (day.on === '2027-05-01' ? { ...day, off: false } : day)));
    expect(() => parseCalendarText(worked, from, until)).toThrow('2027-05-01（劳动节）');
  });
});
