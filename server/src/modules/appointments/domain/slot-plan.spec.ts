import { describe, expect, it } from '@jest/globals';
import { localMinutesOf, parseHours } from '@yiyun/shared';
import { slotsOf } from './slot-plan.js';

const starts = (hours: string) => slotsOf('2026-11-23', parseHours(hours)).map((s) => localMinutesOf(s.startsAt) / 60);

describe('the slots of a day', () => {
  it('are the half hours within the opening hours, none over lunch', () => {
    expect(starts('08:30-12:00 13:30-17:00')).toEqual([
      8.5, 9, 9.5, 10, 10.5, 11, 11.5, 13.5, 14, 14.5, 15, 15.5, 16, 16.5,
    ]);
  });
  it('leave out a rest that is shorter than a slot', () => {
    expect(starts('09:00-10:20')).toEqual([9, 9.5]);
  });
  it('are none on a closed day', () => {
    expect(starts('')).toEqual([]);
  });
});
