import { describe, expect, it } from '@jest/globals';
import { DAY_MS, instantAt, localDateOf, MINUTE_MS } from '@yiyun/shared';
import fc from 'fast-check';
import { isDue, reminderKinds } from './reminders.js';

const appointment = (on: string, minutes: number, bookedAt = instantAt('2026-01-01', 0)) => ({
  onDay: on,
  startsAt: instantAt(on, minutes),
  bookedAt,
});
const dueAt = (one: ReturnType<typeof appointment>, on: string, minutes: number) =>
  reminderKinds.filter((kind) => isDue(kind, one, instantAt(on, minutes)));

describe('reminders of an appointment', () => {
  it.each([
    ['2026-11-23', 18 * 60 + 59, []],
    ['2026-11-23', 19 * 60, ['evening']],
    ['2026-11-24', 6 * 60 + 59, ['evening']],
    ['2026-11-24', 7 * 60, ['soon']],
    ['2026-11-24', 8 * 60 + 59, ['soon']],
    ['2026-11-24', 9 * 60, []],
  ])('of 9 o’clock on the 24th, at %s %i: %j', (on, minutes, kinds) => {
    expect(dueAt(appointment('2026-11-24', 540), on, minutes)).toEqual(kinds);
  });

  it('leave out what was due before it was booked', () => {
    const late = appointment('2026-11-24', 540, instantAt('2026-11-23', 20 * 60));
    expect(dueAt(late, '2026-11-23', 21 * 60)).toEqual([]);
    expect(dueAt(late, '2026-11-24', 7 * 60)).toEqual(['soon']);
    expect(dueAt(appointment('2026-11-24', 540, instantAt('2026-11-24', 480)), '2026-11-24', 490)).toEqual([]);
  });

  it.each([
    ['2027-01-01', '2026-12-31'],
    ['2028-02-29', '2028-02-28'],
    ['2028-03-01', '2028-02-29'],
    ['2027-03-01', '2027-02-28'],
  ])('of %s begin on the evening of %s', (on, before) => {
    expect(dueAt(appointment(on, 540), before, 19 * 60)).toEqual(['evening']);
  });

  it('are never two at the same instant, and each is due at some', () => {
    const someAppointment = fc.record({ day: fc.nat(800), minutes: fc.integer({ min: 0, max: 1439 }) });
    fc.assert(
      fc.property(someAppointment, fc.integer({ min: -2880, max: 60 }), ({ day, minutes }, from) => {
        const on = localDateOf(instantAt('2026-01-01', 0) + day * DAY_MS);
        const one = appointment(on, minutes, instantAt('2020-01-01', 0));
        const now = one.startsAt + from * MINUTE_MS;
        expect(reminderKinds.filter((kind) => isDue(kind, one, now)).length).toBeLessThanOrEqual(1);
        expect(isDue('soon', one, one.startsAt - 1)).toBe(true);
      }),
    );
  });
});
