import type { LocalDate, MatterGroup } from '@yiyun/shared';
import type { PlannedSlot } from './capacity.js';

/** A slot as it stands. */
export interface SlotState {
  id: string;
  group: MatterGroup;
  on: LocalDate;
  startsAt: number;
  endsAt: number;
  /** Places by the plan, and those that can be booked: never fewer than are booked. */
  capacityTotal: number;
  capacityPublic: number;
  booked: number;
  closedReason: string | null;
}
export type NewSlot = Omit<SlotState, 'id'>;

/** What a day should offer. */
export interface DayPlan {
  on: LocalDate;
  slots: readonly PlannedSlot[];
  /** Why there is nothing at other times of the day. */
  otherwise: string;
}

/** A time for which a hall, or one group of matters there, is closed; a slot that it touches can't be booked. */
export interface SlotClosure {
  group: MatterGroup | null;
  fromAt: number;
  untilAt: number;
  reason: string;
}

export interface SlotChanges {
  fresh: NewSlot[];
  changed: { before: SlotState; after: SlotState }[];
}

const keyOf = ({ group, startsAt }: { group: MatterGroup; startsAt: number }): string => `${group} ${startsAt}`;

/**
 * What must be made and changed so that the slots of these days are as planned. A slot outside the hours is closed and
 * has no places, but keeps those that are booked; it comes back with the hours. What has begun stays as it is.
 */
export function slotChanges(
  existing: readonly SlotState[],
  days: readonly DayPlan[],
  closures: readonly SlotClosure[],
  now: number,
): SlotChanges {
  const known = new Map(existing.map((slot) => [keyOf(slot), slot]));
  const dayOf = new Map(days.map((day) => [day.on, day]));
  const planned = new Map(days.flatMap(({ slots }) => slots.map((slot) => [keyOf(slot), slot.capacity] as const)));
  const closedBy = ({ group, startsAt, endsAt }: Pick<SlotState, 'group' | 'startsAt' | 'endsAt'>): string | null =>
    closures.find((one) => (one.group === null || one.group === group) && one.fromAt < endsAt && one.untilAt > startsAt)
      ?.reason ?? null;

  const fresh = days.flatMap(({ on, slots }) =>
    slots
      .filter((slot) => !known.has(keyOf(slot)))
      .map(({ capacity, ...slot }) => ({
        ...slot,
        on,
        capacityTotal: capacity,
        capacityPublic: capacity,
        booked: 0,
        closedReason: closedBy(slot),
      })),
  );
  const changed = existing.flatMap((before) => {
    const day = dayOf.get(before.on);
    if (!day || before.startsAt <= now) return [];
    const capacity = planned.get(keyOf(before));
    const after: SlotState = {
      ...before,
      capacityTotal: capacity ?? 0,
      capacityPublic: Math.max(capacity ?? 0, before.booked),
      closedReason: closedBy(before) ?? (capacity === undefined ? day.otherwise : null),
    };
    return isSame(before, after) ? [] : [{ before, after }];
  });
  return { fresh, changed };
}

const isSame = (a: SlotState, b: SlotState): boolean =>
  a.capacityTotal === b.capacityTotal && a.capacityPublic === b.capacityPublic && a.closedReason === b.closedReason;

/** Places that somebody can still book. */
export const freeOf = ({ capacityPublic, booked, closedReason }: SlotState): number =>
  closedReason === null ? Math.max(0, capacityPublic - booked) : 0;
