import { describe, expect, it } from '@jest/globals';
import {
  addWorkingTime,
  CalendarRangeError,
  chinaCalendar,
  DAY_MS,
  HOUR_MS,
  instantAt,
  parseHours,
  weekdayHours,
  workingTimeBetween,
} from '@yiyun/shared';
import fc from 'fast-check';
import { NO_CLOCK, pauseClock, resumeClock, type SlaClock, startClock, stopClock } from './sla-clock.js';

/** Seven hours a day, with a lunch break. */
const hall = chinaCalendar({ version: 'hall', weekly: weekdayHours(parseHours('08:30-12:00 13:30-17:00')) });
const at = (date: string, time: string) => instantAt(date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));

const acceptedAt = fc.integer({ min: at('2025-01-02', '00:00'), max: at('2025-12-31', '23:59') });
const limit = fc.integer({ min: 1, max: 30 });
/** Alternately running and paused for so long, in milliseconds of any time. */
const spells = fc.array(fc.integer({ min: 0, max: 6 * DAY_MS }), { maxLength: 12 });

interface Story {
  clock: SlaClock;
  now: number;
  /** Working time during which the clock ran, counted by itself. */
  ranMs: number;
}

/** Runs and pauses in turn, always ending in a run. */
function live(from: number, days: number, lengths: readonly number[]): Story {
  const story: Story = { clock: startClock(hall, from, days), now: from, ranMs: 0 };
  lengths.forEach((length, i) => {
    const until = story.now + length;
    if (i % 2 === 0) {
      story.ranMs += workingTimeBetween(hall, story.now, until);
      story.clock = pauseClock(hall, story.clock, until);
    } else {
      story.clock = resumeClock(hall, story.clock, until);
    }
    story.now = until;
  });
  if (story.clock.runningSince === null) story.clock = resumeClock(hall, story.clock, story.now);
  return story;
}

describe('the clock of a time limit', () => {
  it('counts whole working days from the day after acceptance', () => {
    const friday = at('2026-11-20', '15:00');
    expect(startClock(hall, friday, 1)).toEqual({
      targetMs: 2 * HOUR_MS + 7 * HOUR_MS,
      consumedMs: 0,
      runningSince: friday,
      dueAt: at('2026-11-23', '17:00'),
    });
    expect(startClock(hall, at('2026-09-30', '10:00'), 2).dueAt).toBe(at('2026-10-09', '17:00'));
  });

  it('does not run without a limit', () => {
    const clock = startClock(hall, at('2026-11-20', '15:00'), null);
    expect(clock).toEqual(NO_CLOCK);
    expect(resumeClock(hall, pauseClock(hall, clock, at('2026-11-23', '10:00')), at('2026-11-24', '10:00'))).toEqual(
      NO_CLOCK,
    );
  });

  it('stands still while paused: three working hours of waiting move the due date by three working hours', () => {
    const clock = startClock(hall, at('2026-11-20', '15:00'), 1);
    const paused = pauseClock(hall, clock, at('2026-11-23', '09:30'));
    expect(paused).toMatchObject({ consumedMs: 3 * HOUR_MS, runningSince: null, dueAt: null });
    expect(resumeClock(hall, paused, at('2026-11-23', '14:00')).dueAt).toBe(at('2026-11-24', '11:30'));
    expect(resumeClock(hall, paused, at('2026-11-25', '09:30')).dueAt).toBe(at('2026-11-25', '17:00'));
  });

  it('C3 after any pauses, working time running at dueAt equals the target', () => {
    fc.assert(
      fc.property(acceptedAt, limit, spells, (from, days, lengths) => {
        const { clock, now, ranMs } = live(from, days, lengths);
        expect(ranMs + workingTimeBetween(hall, now, clock.dueAt as number)).toBe(clock.targetMs);
        expect(clock.consumedMs).toBe(ranMs);
      }),
    );
  });

  it('C3 notices a pause that was counted as running (negative control)', () => {
    const { clock, now } = live(at('2026-03-02', '09:00'), 3, [HOUR_MS, 2 * HOUR_MS]);
    const careless = workingTimeBetween(hall, at('2026-03-02', '09:00'), now);
    expect(careless + workingTimeBetween(hall, now, clock.dueAt as number)).not.toBe(clock.targetMs);
  });

  it('a pause never brings the due date forward, and moves it by the working time of the pause', () => {
    fc.assert(
      fc.property(acceptedAt, limit, fc.nat(DAY_MS), fc.nat(10 * DAY_MS), (from, days, ran, rested) => {
        const clock = startClock(hall, from, days);
        const resumed = resumeClock(hall, pauseClock(hall, clock, from + ran), from + ran + rested);
        const restedWorkingMs = workingTimeBetween(hall, from + ran, from + ran + rested);
        const moved = addWorkingTime(hall, clock.dueAt as number, restedWorkingMs);
        expect(workingTimeBetween(hall, resumed.dueAt as number, moved)).toBe(0);
      }),
    );
  });

  it('pausing twice and resuming twice is pausing and resuming once', () => {
    const clock = startClock(hall, at('2026-11-20', '15:00'), 5);
    const paused = pauseClock(hall, clock, at('2026-11-23', '10:00'));
    expect(pauseClock(hall, paused, at('2026-11-24', '10:00'))).toEqual(paused);
    const running = resumeClock(hall, paused, at('2026-11-25', '10:00'));
    expect(resumeClock(hall, running, at('2026-11-26', '10:00'))).toEqual(running);
  });

  it('stops for good with the due date it had', () => {
    const clock = startClock(hall, at('2026-11-20', '15:00'), 1);
    expect(stopClock(hall, clock, at('2026-11-23', '09:30'))).toEqual({
      ...clock,
      consumedMs: 3 * HOUR_MS,
      runningSince: null,
    });
  });

  it('can be paused and stopped past the loaded years, but names no due date there', () => {
    const clock = startClock(hall, at('2026-12-30', '15:00'), 1);
    const late = at('2027-01-04', '10:00');
    expect(pauseClock(hall, clock, late).consumedMs).toBe(9 * HOUR_MS);
    expect(() => startClock(hall, at('2026-12-30', '15:00'), 2)).toThrow(CalendarRangeError);
    expect(() => resumeClock(hall, pauseClock(hall, clock, at('2026-12-31', '15:00')), late)).toThrow(
      CalendarRangeError,
    );
  });
});
