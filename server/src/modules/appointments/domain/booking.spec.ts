import { describe, expect, it } from '@jest/globals';
import { instantAt } from '@yiyun/shared';
import fc from 'fast-check';
import { decide, type OpenSlot, type Situation, type Wish } from './booking.js';

const now = instantAt('2026-11-23', 540);
const slot = (id: string, over: Partial<OpenSlot> = {}): OpenSlot => ({
  id,
  hallId: 'hall',
  matterGroup: 'simple',
  onDay: '2026-11-24',
  startsAt: instantAt('2026-11-24', 540),
  endsAt: instantAt('2026-11-24', 570),
  capacityPublic: 2,
  booked: 0,
  closedReason: null,
  ...over,
});
const wish = (n: number, over: Partial<Wish> = {}): Wish => ({
  slotId: 'a',
  citizenId: `c${n}`,
  taxpayerId: `t${n}`,
  matterGroup: 'simple',
  ...over,
});
const situation = (slots: OpenSlot[], over: Partial<Situation> = {}): Situation => ({
  now,
  slots: new Map(slots.map((s) => [s.id, s])),
  mayActFor: () => true,
  activeKeys: new Set(),
  ...over,
});
const codes = (wishes: Wish[], s: Situation) => decide(wishes, s).map((d) => (d.granted ? 'granted' : d.code));

describe('deciding a batch of bookings', () => {
  it('A1: never grants more than is left, whatever comes together', () => {
    const batch = fc.array(fc.record({ slot: fc.constantFrom('a', 'b', 'c'), who: fc.nat(30) }), { maxLength: 60 });
    const slots = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5));
    fc.assert(
      fc.property(batch, slots, slots, (wants, capacity, booked) => {
        const rows = ['a', 'b', 'c'].map((id, i) =>
          slot(id, { capacityPublic: capacity[i] as number, booked: booked[i] as number }),
        );
        const wishes = wants.map((w) => wish(w.who, { slotId: w.slot }));
        const decisions = decide(wishes, situation(rows));
        for (const row of rows) {
          const granted = decisions.filter((d) => d.granted && d.slot.id === row.id).length;
          expect(granted).toBeLessThanOrEqual(Math.max(0, row.capacityPublic - row.booked));
        }
        const keys = decisions.flatMap((d) => (d.granted ? [d.activeKey] : []));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('gives places in the order of arrival', () => {
    const wishes = [wish(1), wish(2), wish(3)];
    expect(codes(wishes, situation([slot('a')]))).toEqual(['granted', 'granted', 'appointment.slot_full']);
  });

  it('gives one place per taxpayer and half-day, another in the afternoon', () => {
    const wishes = [wish(1), wish(1, { slotId: 'later' }), wish(1, { slotId: 'afternoon' })];
    const slots = [
      slot('a'),
      slot('later', { startsAt: instantAt('2026-11-24', 690) }),
      slot('afternoon', { startsAt: instantAt('2026-11-24', 840) }),
    ];
    expect(codes(wishes, situation(slots))).toEqual(['granted', 'appointment.already_booked', 'granted']);
    const taken = new Set(['t1:2026-11-24:am']);
    expect(codes(wishes, situation(slots, { activeKeys: taken }))[0]).toBe('appointment.already_booked');
  });

  it('says why not: unknown, not bound, wrong group, past, closed', () => {
    const slots = [slot('a'), slot('past', { startsAt: now }), slot('closed', { closedReason: '停电' })];
    const wishes = [
      wish(1, { slotId: 'nowhere' }),
      wish(2),
      wish(3, { matterGroup: 'complex' }),
      wish(4, { slotId: 'past' }),
      wish(5, { slotId: 'closed' }),
    ];
    const s = situation(slots);
    const unbound = { ...s, mayActFor: (citizenId: string) => citizenId !== 'c2' };
    expect(codes(wishes, unbound)).toEqual([
      'request.not_found',
      'identity.taxpayer_not_yours',
      'appointment.matter_not_offered',
      'appointment.slot_past',
      'appointment.slot_closed',
    ]);
  });
});
