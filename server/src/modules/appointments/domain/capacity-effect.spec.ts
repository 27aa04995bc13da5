import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Claim, changedDays, changedPlans, touchedBy } from './capacity-effect.js';
import type { SlotState } from './slot-changes.js';

const slot = (id: string, over: Partial<SlotState> = {}): SlotState => ({
  id,
  group: 'simple',
  on: '2026-11-24',
  startsAt: 0,
  endsAt: 0,
  capacityTotal: 4,
  capacityPublic: 4,
  booked: 0,
  closedReason: null,
  ...over,
});
const becomes = (before: SlotState, capacityTotal: number, closedReason: string | null = null) => ({
  before,
  after: { ...before, capacityTotal, capacityPublic: Math.max(capacityTotal, before.booked), closedReason },
});
const claim = (bookedAt: number, ...slotIds: string[]): Claim => ({ bookedAt, slotIds, isHeld: false });

describe('the effect of a change', () => {
  it('names the days whose places differ, closed slots having none', () => {
    const [a, b, c] = [slot('a', { booked: 2 }), slot('b'), slot('c', { on: '2026-11-25' })];
    const changed = [becomes(a, 1), becomes(b, 0, '停电')];
    const { id: _, ...made } = slot('d', { on: '2026-11-26', capacityTotal: 3 });
    expect(changedDays([a, b, c], { fresh: [made], changed })).toEqual([
      { on: '2026-11-24', before: 8, after: 1, booked: 2 },
      { on: '2026-11-26', before: 0, after: 3, booked: 0 },
    ]);
  });

  it('compares plans where there are no slots yet', () => {
    const plan = (on: string, capacity: number) => ({
      on,
      otherwise: '',
      slots: [{ group: 'simple' as const, startsAt: 0, endsAt: 0, capacity }],
    });
    expect(
      changedPlans([plan('2026-12-20', 3), plan('2026-12-21', 2)], [plan('2026-12-20', 5), plan('2026-12-21', 2)]),
    ).toEqual([{ on: '2026-12-20', before: 3, after: 5, booked: 0 }]);
  });

  it('touches who booked last, and holds before them', () => {
    const a = slot('a', { booked: 3 });
    const [first, second] = [claim(1, 'a'), claim(2, 'a')];
    const held = { ...claim(0, 'a'), isHeld: true };
    const changed = [becomes(a, 1)];
    expect(touchedBy({ changed }, [first, second, held])).toEqual([second, held]);
    expect(touchedBy({ changed: [becomes(a, 2)] }, [first, second, held])).toEqual([held]);
  });

  it('touches nobody where places are left for all, or become more', () => {
    const over = slot('a', { booked: 3, capacityTotal: 1, capacityPublic: 3 });
    expect(touchedBy({ changed: [becomes(over, 2)] }, [claim(1, 'a'), claim(2, 'a'), claim(3, 'a')])).toEqual([]);
    expect(touchedBy({ changed: [becomes(slot('a', { booked: 2 }), 2)] }, [claim(1, 'a'), claim(2, 'a')])).toEqual([]);
  });

  it('leaves no slot with more untouched claims than places', () => {
    const ids = ['a', 'b', 'c'];
    const someClaims = fc.array(
      fc.record({ bookedAt: fc.nat(99), slotIds: fc.subarray(ids, { minLength: 1 }), isHeld: fc.boolean() }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(someClaims, fc.array(fc.nat(8), { minLength: 3, maxLength: 3 }), (claims, places) => {
        const changed = ids.map((id, i) => {
          const booked = claims.filter(({ slotIds }) => slotIds.includes(id)).length;
          return becomes(slot(id, { booked, capacityTotal: 20, capacityPublic: 20 }), places[i] as number);
        });
        const touched = new Set(touchedBy({ changed }, claims));
        for (const [i, id] of ids.entries()) {
          const left = claims.filter((one) => !touched.has(one) && one.slotIds.includes(id)).length;
          expect(left).toBeLessThanOrEqual(places[i] as number);
        }
      }),
    );
  });
});
