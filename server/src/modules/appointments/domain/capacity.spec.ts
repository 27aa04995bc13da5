import { describe, expect, it } from '@jest/globals';
import { type DayHours, localMinutesOf, type MatterGroup, matterGroups, parseHours } from '@yiyun/shared';
import fc from 'fast-check';
import type { RosteredWindow, ServiceWindow } from '../../halls/index.js';
import { type PlannedSlot, placesPerMinute, SLOT_MINUTES, slotsOfDay } from './capacity.js';

const DAY = '2026-11-23';
const matter = (category: string, group: MatterGroup, serviceMinutes: number, counterAvailable = true) => ({
  category,
  group,
  serviceMinutes,
  counterAvailable,
});
const catalogue = [
  matter('发票', 'simple', 10),
  matter('发票', 'simple', 20),
  matter('发票', 'complex', 45),
  matter('证明', 'simple', 15),
  matter('许可', 'complex', 40),
  matter('咨询', 'simple', 20, false),
];
const windowOf = (skills: string[], over: Partial<ServiceWindow> = {}): ServiceWindow => ({
  id: 'w',
  label: '1号窗口',
  skills,
  servesComplex: false,
  roster: [],
  bookablePercent: 100,
  active: true,
  ...over,
});
const staffed = (window: ServiceWindow, hours: DayHours): RosteredWindow => ({ window, hours, isException: false });
const office = parseHours('08:30-12:00 13:30-17:00');
const plan = (hours: DayHours, ...roster: RosteredWindow[]) => slotsOfDay(DAY, hours, roster, catalogue);
const places = (slots: PlannedSlot[], group: MatterGroup) =>
  slots.filter((slot) => slot.group === group).map(({ capacity }) => capacity);
const starts = (hours: string) =>
  plan(parseHours(hours))
    .filter(({ group }) => group === 'simple')
    .map(({ startsAt }) => localMinutesOf(startsAt) / 60);

describe('the slots of a day', () => {
  it('are the half hours within the opening hours, none over lunch', () => {
    expect(starts('08:30-12:00 13:30-17:00')).toEqual([
      8.5, 9, 9.5, 10, 10.5, 11, 11.5, 13.5, 14, 14.5, 15, 15.5, 16, 16.5,
    ]);
  });
  it('begin on the hour and the half hour, and leave out a rest that is shorter than a slot', () => {
    expect(starts('09:00-10:20')).toEqual([9, 9.5]);
    expect(starts('08:45-10:20')).toEqual([9, 9.5]);
    expect(starts('08:40-08:50')).toEqual([]);
  });
  it('are none on a closed day', () => {
    expect(starts('')).toEqual([]);
  });
});

describe('the places of a slot', () => {
  it('are its bookable minutes ÷ the mean service time, rounded down over all windows together', () => {
    // 发票 and 证明 take 15 minutes on average: 30 ÷ 15 = 2 at each window, 1.6 of them for who books.
    const window = windowOf(['发票', '证明'], { bookablePercent: 80 });
    const morning = parseHours('08:30-09:00');
    const count = (n: number) =>
      places(plan(morning, ...Array.from({ length: n }, () => staffed(window, office))), 'simple');
    expect([1, 2, 3, 4, 5].map((n) => count(n)[0])).toEqual([1, 3, 4, 6, 8]);
  });

  it('go to complex matters only at windows that are marked for them, by the number of matters', () => {
    const simpleOnly = placesPerMinute(windowOf(['发票']), catalogue);
    expect(simpleOnly).toEqual({ simple: 2 / 30, complex: 0 });
    // Two simple matters and a complex one take 75 minutes together.
    const both = placesPerMinute(windowOf(['发票'], { servesComplex: true }), catalogue);
    expect(both.simple).toBeCloseTo(2 / 75);
    expect(both.complex).toBeCloseTo(1 / 75);
    expect(placesPerMinute(windowOf(['许可']), catalogue)).toEqual({ simple: 0, complex: 0 });
    expect(placesPerMinute(windowOf(['咨询']), catalogue)).toEqual({ simple: 0, complex: 0 });
  });

  it('count a window for the part of the slot in which somebody sits there', () => {
    const window = windowOf(['证明']);
    const slots = plan(parseHours('08:30-10:00'), staffed(window, parseHours('08:30-09:15')));
    expect(places(slots, 'simple')).toEqual([2, 1, 0]);
  });

  const someSkills = fc.subarray(['发票', '证明', '许可', '咨询']);
  const someWindow = fc
    .record({ skills: someSkills, servesComplex: fc.boolean(), bookablePercent: fc.nat(100) })
    .map(({ skills, ...over }) => windowOf(skills, over));
  const someRoster = fc.array(
    fc
      .record({
        window: someWindow,
        hours: fc.constantFrom('', '08:30-12:00', '08:30-12:00 13:30-17:00', '09:10-15:45'),
      })
      .map(({ window, hours }) => staffed(window, parseHours(hours))),
    { maxLength: 12 },
  );
  const byKey = (slots: PlannedSlot[]) =>
    new Map(slots.map((slot) => [`${slot.group} ${slot.startsAt}`, slot.capacity]));

  it('are whole, in both groups of every slot, and never more work than the bookable minutes', () => {
    fc.assert(
      fc.property(someRoster, (roster) => {
        const slots = plan(office, ...roster);
        expect(slots).toHaveLength(14 * matterGroups.length);
        for (const startsAt of new Set(slots.map((slot) => slot.startsAt))) {
          const pair = slots.filter((slot) => slot.startsAt === startsAt);
          const minutes = localMinutesOf(startsAt);
          const most = roster.reduce((sum, { window, hours }) => {
            const { simple, complex } = placesPerMinute(window, catalogue);
            const open = hours.reduce(
              (n, h) =>
                n + Math.max(0, Math.min(h.toMinutes, minutes + SLOT_MINUTES) - Math.max(h.fromMinutes, minutes)),
              0,
            );
            return sum + (simple + complex) * open;
          }, 0);
          const given = pair.reduce((sum, { capacity }) => sum + capacity, 0);
          expect(pair.every(({ capacity }) => Number.isInteger(capacity) && capacity >= 0)).toBe(true);
          expect(given).toBeLessThanOrEqual(most + 1e-6);
          expect(given).toBeGreaterThan(most - matterGroups.length - 1e-6);
        }
      }),
    );
  });

  it('never become fewer by one more window, a longer shift or a larger share', () => {
    fc.assert(
      fc.property(someRoster, someWindow, (roster, window) => {
        const before = byKey(plan(office, ...roster, staffed(window, parseHours('08:30-12:00'))));
        const larger = { ...window, bookablePercent: 100 };
        for (const after of [
          plan(office, ...roster, staffed(window, parseHours('08:30-12:00')), staffed(window, office)),
          plan(office, ...roster, staffed(window, office)),
          plan(office, ...roster, staffed(larger, parseHours('08:30-12:00'))),
        ]) {
          for (const [key, capacity] of byKey(after)) expect(capacity).toBeGreaterThanOrEqual(before.get(key) ?? 0);
        }
      }),
    );
  });

  it('do not depend on the order of the windows', () => {
    fc.assert(
      fc.property(someRoster, (roster) => {
        expect(plan(office, ...[...roster].reverse())).toEqual(plan(office, ...roster));
      }),
    );
  });
});
