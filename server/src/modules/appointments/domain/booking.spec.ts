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
  groups: ['simple'],
  ...over,
});
const situation = (slots: OpenSlot[], over: Partial<Situation> = {}): Situation => ({
  now,
  slots: new Map(slots.map((s) => [s.id, s])),
  mayActFor: () => true,
  activeKeys: new Set(),
  rules: { perTaxpayerHalfDay: 1 },
  ...over,
});
const codes = (wishes: Wish[], s: Situation) => decide(wishes, s).map((d) => (d.granted ? 'granted' : d.refusal.code));

describe('deciding a batch of bookings', () => {
  it('A1: never grants more than is left, whatever comes together, one matter or three', () => {
    const want = fc.record({
      slot: fc.constantFrom('a', 'b', 'c'),
      who: fc.nat(30),
      matters: fc.integer({ min: 1, max: 3 }),
    });
    const slots = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5));
    fc.assert(
      fc.property(fc.array(want, { maxLength: 60 }), slots, slots, (wants, capacity, booked) => {
        const rows = ['a', 'b', 'c'].map((id, i) =>
          slot(id, {
            startsAt: instantAt('2026-11-24', 540 + 30 * i),
            endsAt: instantAt('2026-11-24', 570 + 30 * i),
            capacityPublic: capacity[i] as number,
            booked: booked[i] as number,
          }),
        );
        const wishes = wants.map((w) =>
          wish(w.who, { slotId: w.slot, groups: Array<'simple'>(w.matters).fill('simple') }),
        );
        const grants = decide(wishes, situation(rows)).flatMap((d) => (d.granted ? [d] : []));
        for (const row of rows) {
          const taken = grants.filter((grant) => grant.slots.some(({ id }) => id === row.id)).length;
          expect(taken).toBeLessThanOrEqual(Math.max(0, row.capacityPublic - row.booked));
        }
        const keys = grants.map(({ activeKey }) => activeKey);
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
    const taken = new Set(['t1:2026-11-24:am:1']);
    expect(codes(wishes, situation(slots, { activeKeys: taken }))[0]).toBe('appointment.already_booked');
  });

  it('says why not: unknown, not bound, wrong group, past, closed', () => {
    const slots = [slot('a'), slot('past', { startsAt: now }), slot('closed', { closedReason: '停电' })];
    const wishes = [
      wish(1, { slotId: 'nowhere' }),
      wish(2),
      wish(3, { groups: ['complex'] }),
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

  const morning = [0, 1, 2].map((i) =>
    slot(`m${i}`, { startsAt: instantAt('2026-11-24', 660 + 30 * i), endsAt: instantAt('2026-11-24', 690 + 30 * i) }),
  );
  const complex = slot('x', {
    matterGroup: 'complex',
    startsAt: instantAt('2026-11-24', 690),
    endsAt: instantAt('2026-11-24', 720),
  });

  it('gives each matter a slot of its group after the one before, all or none', () => {
    const two = wish(1, { slotId: 'm0', groups: ['simple', 'complex'] });
    const [granted] = decide([two], situation([...morning, complex]));
    expect(granted).toMatchObject({ granted: true, slots: [{ id: 'm0' }, { id: 'x' }] });
    expect(codes([two], situation(morning))).toEqual(['appointment.matters_do_not_fit']);
    expect(codes([two], situation([...morning, { ...complex, booked: 2 }]))).toEqual(['appointment.slot_full']);
    expect(codes([two], situation([...morning, { ...complex, closedReason: '停电' }]))).toEqual([
      'appointment.slot_closed',
    ]);
    const tooLate = wish(1, { slotId: 'm2', groups: ['simple', 'simple'] });
    expect(codes([tooLate], situation(morning))).toEqual(['appointment.matters_do_not_fit']);
  });

  it('gives as many in a half-day as the policy says, to taxpayers and to citizens', () => {
    const rules = { perTaxpayerHalfDay: 2, perCitizenHalfDay: 3 };
    const roomy = [slot('a', { capacityPublic: 9 })];
    const ofTaxpayer = (n: number) => wish(n, { citizenId: 'c', taxpayerId: `t${n}` });
    const wishes = [ofTaxpayer(1), ofTaxpayer(1), ofTaxpayer(1), ofTaxpayer(2), ofTaxpayer(3)];
    const refused = 'appointment.already_booked';
    expect(codes(wishes, situation(roomy, { rules }))).toEqual(['granted', 'granted', refused, 'granted', refused]);
  });

  it('lets nothing stand in the way of a wish that replaces it', () => {
    const own = { slotIds: ['a'], activeKey: 't1:2026-11-24:am:1', citizenKey: null };
    const full = situation([slot('a', { booked: 2 }), slot('b')], { activeKeys: new Set([own.activeKey]) });
    expect(codes([wish(1), wish(2)], full)).toEqual(['appointment.already_booked', 'appointment.slot_full']);
    expect(codes([wish(1, { replaces: [own] }), wish(2)], full)).toEqual(['granted', 'appointment.slot_full']);
    expect(codes([wish(1, { slotId: 'b', replaces: [own] })], full)).toEqual(['granted']);
  });
});
