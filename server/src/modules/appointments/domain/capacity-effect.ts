import type { CapacityEffectView, LocalDate } from '@yiyun/shared';
import type { DayPlan, SlotChanges, SlotState } from './slot-changes.js';

/** A live appointment as far as its claim to a place goes. */
export interface Claim {
  slotIds: readonly string[];
  isHeld: boolean;
  bookedAt: number;
}

/** Days whose places change, with what is booked on them. `slots` are all slots of those days as they stood. */
export function changedDays(slots: readonly SlotState[], { fresh, changed }: SlotChanges): CapacityEffectView['days'] {
  const after = new Map(changed.map((change) => [change.before.id, change.after]));
  const days = new Map<LocalDate, CapacityEffectView['days'][number]>();
  const add = (on: LocalDate, before: number, now: number, booked: number): void => {
    const day = days.get(on) ?? { on, before: 0, after: 0, booked: 0 };
    days.set(on, { on, before: day.before + before, after: day.after + now, booked: day.booked + booked });
  };
  for (const slot of slots) add(slot.on, placesOf(slot), placesOf(after.get(slot.id) ?? slot), slot.booked);
  for (const slot of fresh) add(slot.on, 0, placesOf(slot), 0);
  return inOrder([...days.values()].filter((day) => day.before !== day.after));
}

/** The same for days that have no slots yet, by their plans. */
export function changedPlans(before: readonly DayPlan[], after: readonly DayPlan[]): CapacityEffectView['days'] {
  const sums = new Map(before.map((day) => [day.on, sumOf(day)]));
  const days = after.map((day) => ({ on: day.on, before: sums.get(day.on) ?? 0, after: sumOf(day), booked: 0 }));
  return inOrder(days.filter((day) => day.before !== day.after));
}

/**
 * Who would have no place any more: where fewer places are left than are booked, those who booked last, and before them
 * whoever only holds a place.
 */
export function touchedBy<C extends Claim>({ changed }: Pick<SlotChanges, 'changed'>, claims: readonly C[]): C[] {
  const lastFirst = [...claims].sort((a, b) => Number(b.isHeld) - Number(a.isHeld) || b.bookedAt - a.bookedAt);
  const touched = new Set<C>();
  for (const { before, after } of changed) {
    if (after.capacityTotal >= before.capacityTotal) continue;
    const tooMany = Math.max(0, after.booked - after.capacityTotal);
    for (const claim of lastFirst.filter(({ slotIds }) => slotIds.includes(after.id)).slice(0, tooMany))
      touched.add(claim);
  }
  return claims.filter((claim) => touched.has(claim));
}

const placesOf = ({ capacityTotal, closedReason }: Pick<SlotState, 'capacityTotal' | 'closedReason'>): number =>
  closedReason === null ? capacityTotal : 0;
const sumOf = ({ slots }: DayPlan): number => slots.reduce((sum, { capacity }) => sum + capacity, 0);
const inOrder = <T extends { on: LocalDate }>(days: T[]): T[] => days.sort((a, b) => (a.on < b.on ? -1 : 1));
