import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coverageOf, lengthWithin, percentOf, rateAt, type WindowTimes } from './window-rate.js';

const stretch = (from: number, until: number) => ({ from, until });
const window = (open: [number, number][], roster: [number, number][]): WindowTimes => ({
  open: open.map(([from, until]) => stretch(from, until)),
  roster: roster.map(([from, until]) => stretch(from, until)),
});

describe('the window-open rate', () => {
  it('is the share of rostered time in which windows were open', () => {
    const windows = [window([[0, 100]], [[0, 100]]), window([[50, 100]], [[0, 100]])];
    expect(coverageOf(windows, 0, 100)).toEqual({ rosteredMs: 200, coveredMs: 150 });
    expect(percentOf(coverageOf(windows, 0, 100))).toBe(75);
    expect(rateAt(windows, 25)).toBe(50);
    expect(rateAt(windows, 75)).toBe(100);
  });

  it('counts who sits in for somebody, and never exceeds all', () => {
    const standIn = [window([], [[0, 100]]), window([[0, 100]], []), window([[0, 100]], [])];
    expect(percentOf(coverageOf(standIn, 0, 100))).toBe(100);
    expect(rateAt(standIn, 10)).toBe(100);
  });

  it('says nothing where no window should be open', () => {
    expect(percentOf(coverageOf([window([[0, 100]], [])], 0, 100))).toBeNull();
    expect(rateAt([], 10)).toBeNull();
  });

  it('adds up: the whole is its parts, however it is cut', () => {
    const stretches = fc.array(
      fc.tuple(fc.nat(100), fc.nat(50)).map(([from, length]) => stretch(from, from + length)),
      { maxLength: 3 },
    );
    const times = fc.array(fc.record({ open: stretches, roster: stretches }), { maxLength: 4 });
    fc.assert(
      fc.property(times, fc.nat(150), (windows, cut) => {
        const [before, after, whole] = [
          coverageOf(windows, 0, cut),
          coverageOf(windows, cut, 150),
          coverageOf(windows, 0, 150),
        ];
        expect(before.rosteredMs + after.rosteredMs).toBe(whole.rosteredMs);
        expect(before.coveredMs + after.coveredMs).toBe(whole.coveredMs);
        expect(whole.coveredMs).toBeLessThanOrEqual(whole.rosteredMs);
      }),
    );
  });

  it('measures what lies within', () => {
    expect(lengthWithin([stretch(0, 10), stretch(20, 40)], 5, 30)).toBe(15);
  });
});
