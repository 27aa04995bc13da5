import { describe, expect, it } from '@jest/globals';
import type { CapacitySlotView } from '@yiyun/shared';
import { fillOf, mondayOfDay, placesByGroup, placesOf } from './week';

const slot = (startsAt: number, over: Partial<CapacitySlotView> = {}): CapacitySlotView => ({
  slotId: `s${startsAt}`,
  group: 'simple',
  startsAt,
  endsAt: startsAt + 1,
  capacity: 10,
  booked: 4,
  closedReason: null,
  ...over,
});

describe('a week of places', () => {
  it('begins on Monday', () => {
    expect(mondayOfDay('2026-11-23')).toBe('2026-11-23');
    expect(mondayOfDay('2026-11-29')).toBe('2026-11-23');
  });

  it('counts what is open, and what is booked even where it was closed afterwards', () => {
    const slots = [slot(1), slot(2, { closedReason: '停电', booked: 3 }), slot(1, { group: 'complex', capacity: 2 })];
    expect(placesOf({ slots })).toEqual({ capacity: 12, booked: 11 });
    expect(placesByGroup({ slots })).toEqual([
      ['简易', { capacity: 10, booked: 7 }],
      ['复杂', { capacity: 2, booked: 4 }],
    ]);
  });

  it('shows how full each half-hour is, both groups together', () => {
    const slots = [
      slot(2),
      slot(1),
      slot(1, { group: 'complex', capacity: 2, booked: 2 }),
      slot(3, { capacity: 0, booked: 0 }),
    ];
    expect(fillOf({ slots }).map(({ share, isClosed }) => [share, isClosed])).toEqual([
      [0.5, false],
      [0.4, false],
      [0, true],
    ]);
  });
});
