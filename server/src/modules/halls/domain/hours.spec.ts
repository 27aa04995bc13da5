import { describe, expect, it } from '@jest/globals';
import { areHours, type DayHours, parseHours } from '@yiyun/shared';
import fc from 'fast-check';
import { commonHours, holdsMinute, hoursWithout, joinedHours, minutesIn } from './hours.js';

const minutes = Array.from({ length: 1440 }, (_, minute) => minute);
const inMinutes = (hours: DayHours) => minutes.filter((minute) => holdsMinute(hours, minute));
/** Sound hours: an even number of different minutes, in order, taken in pairs. */
const someHours = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 10 }).map((given) => {
  const at = given.sort((a, b) => a - b).slice(0, given.length - (given.length % 2));
  return at.flatMap((fromMinutes, i) => (i % 2 === 0 ? [{ fromMinutes, toMinutes: at[i + 1] as number }] : []));
});

describe('stretches of a day', () => {
  it('are sets of minutes: common, without, joined', () => {
    fc.assert(
      fc.property(someHours, someHours, (a, b) => {
        const [inA, inB] = [inMinutes(a), new Set(inMinutes(b))];
        expect(inMinutes(commonHours(a, b))).toEqual(inA.filter((minute) => inB.has(minute)));
        expect(inMinutes(hoursWithout(a, b))).toEqual(inA.filter((minute) => !inB.has(minute)));
        expect(minutesIn(a)).toBe(inA.length);
        const joined = joinedHours([...b, ...a]);
        expect(inMinutes(joined)).toEqual(minutes.filter((m) => holdsMinute(a, m) || inB.has(m)));
        expect(areHours(joined)).toBe(true);
      }),
    );
  });

  it('that touch become one', () => {
    expect(joinedHours(parseHours('08:30-12:00 12:00-13:00'))).toEqual(parseHours('08:30-13:00'));
  });
});
