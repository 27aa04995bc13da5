import { describe, expect, it } from '@jest/globals';
import { instantAt, MINUTE_MS, matterGroups } from '@yiyun/shared';
import fc from 'fast-check';
import { type DayPlan, freeOf, type NewSlot, type SlotClosure, type SlotState, slotChanges } from './slot-changes.js';

const DAY = '2026-11-24';
const NOW = instantAt('2026-11-23', 570);
const slotAt = (minutes: number, over: Partial<SlotState> = {}): SlotState => ({
  id: `simple ${minutes}`,
  group: 'simple',
  on: DAY,
  startsAt: instantAt(DAY, minutes),
  endsAt: instantAt(DAY, minutes + 30),
  capacityTotal: 4,
  capacityPublic: 4,
  booked: 0,
  closedReason: null,
  ...over,
});
const planAt = (places: Record<number, number>): DayPlan => ({
  on: DAY,
  otherwise: '不在办公时间',
  slots: Object.entries(places).map(([minutes, capacity]) => ({
    group: 'simple',
    startsAt: instantAt(DAY, Number(minutes)),
    endsAt: instantAt(DAY, Number(minutes) + 30),
    capacity,
  })),
});
const after = (existing: SlotState[], plan: DayPlan, closures: SlotClosure[] = [], now = NOW) =>
  slotChanges(existing, [plan], closures, now).changed.map((change) => change.after);

describe('bringing slots to a plan', () => {
  it('makes what is missing, changes what differs and leaves the rest', () => {
    const { fresh, changed } = slotChanges([slotAt(540), slotAt(570)], [planAt({ 540: 4, 570: 6, 600: 2 })], [], NOW);
    expect(fresh.map(({ startsAt, capacityPublic }) => [startsAt, capacityPublic])).toEqual([[instantAt(DAY, 600), 2]]);
    expect(changed.map((change) => [change.after.id, change.after.capacityTotal])).toEqual([['simple 570', 6]]);
  });

  it('never goes below what is booked', () => {
    const [slot] = after([slotAt(540, { booked: 3 })], planAt({ 540: 1 }));
    expect(slot).toMatchObject({ capacityTotal: 1, capacityPublic: 3 });
    expect(freeOf(slot as SlotState)).toBe(0);
  });

  it('closes a slot outside the hours and opens it again when they return', () => {
    const [closed] = after([slotAt(540, { booked: 1 })], planAt({}));
    expect(closed).toMatchObject({ capacityTotal: 0, capacityPublic: 1, closedReason: '不在办公时间' });
    const [open] = after([closed as SlotState], planAt({ 540: 4 }));
    expect(open).toEqual(slotAt(540, { booked: 1 }));
  });

  it('keeps a slot closed by a disruption closed, made before or after it, and no other', () => {
    const closure: SlotClosure = {
      group: 'simple',
      fromAt: instantAt(DAY, 555),
      untilAt: instantAt(DAY, 600),
      reason: '停电检修',
    };
    const plan = planAt({ 510: 4, 540: 4, 570: 4, 600: 4 });
    expect(after([slotAt(510), slotAt(540), slotAt(600)], plan, [closure])).toEqual([
      slotAt(540, { closedReason: '停电检修' }),
    ]);
    expect(after([slotAt(540, { closedReason: '停电检修' })], planAt({ 540: 4 }), [closure])).toEqual([]);
    const { fresh } = slotChanges([], [plan], [closure], NOW);
    expect(fresh.map(({ closedReason }) => closedReason)).toEqual([null, '停电检修', '停电检修', null]);
    expect(after([slotAt(540)], plan, [{ ...closure, group: 'complex' }])).toEqual([]);
  });

  it('leaves what has begun, and days of which nothing is planned', () => {
    expect(after([slotAt(540)], planAt({ 540: 9 }), [], instantAt(DAY, 540))).toEqual([]);
    expect(after([slotAt(540, { on: '2026-11-25' })], planAt({}))).toEqual([]);
  });

  it('gives the plan, whatever was there, and then has nothing more to do', () => {
    const minutes = fc.constantFrom(510, 540, 570, 600);
    const state = fc.record({ minutes, total: fc.nat(6), booked: fc.nat(6), closed: fc.boolean() });
    const plan = fc.dictionary(minutes.map(String), fc.nat(6)).map((places) => planAt(places));
    fc.assert(
      fc.property(fc.uniqueArray(state, { selector: (s) => s.minutes }), plan, (states, day) => {
        const existing = states.map(({ minutes: at, total, booked, closed }) =>
          slotAt(at, {
            capacityTotal: total,
            capacityPublic: Math.max(total, booked),
            booked,
            closedReason: closed ? '不在办公时间' : null,
          }),
        );
        const { fresh, changed } = slotChanges(existing, [day], [], NOW);
        const changes = new Map(changed.map((change) => [change.before.id, change.after]));
        const made = fresh.map((slot: NewSlot, i) => ({ ...slot, id: `new ${i}` }));
        const slots = [...existing.map((slot) => changes.get(slot.id) ?? slot), ...made];
        for (const slot of slots) {
          const wanted = day.slots.find(({ startsAt }) => startsAt === slot.startsAt);
          expect(slot.capacityTotal).toBe(wanted?.capacity ?? 0);
          expect(slot.capacityPublic).toBe(Math.max(slot.capacityTotal, slot.booked));
          expect(slot.closedReason).toBe(wanted ? null : '不在办公时间');
          expect(slot.endsAt - slot.startsAt).toBe(30 * MINUTE_MS);
          expect(matterGroups).toContain(slot.group);
        }
        expect(slots.length).toBe(new Set([...existing, ...day.slots].map(({ startsAt }) => startsAt)).size);
        expect(slotChanges(slots, [day], [], NOW)).toEqual({ fresh: [], changed: [] });
      }),
    );
  });
});
