import { type ErrorCode, halfDayOf, type MatterGroup } from '@yiyun/shared';

/** A slot as the booking transaction read it. */
export interface OpenSlot {
  id: string;
  hallId: string;
  matterGroup: MatterGroup;
  onDay: string;
  startsAt: number;
  endsAt: number;
  capacityPublic: number;
  booked: number;
  closedReason: string | null;
}
/** What somebody wants, as far as the decision needs it. */
export interface Wish {
  slotId: string;
  citizenId: string;
  taxpayerId: string;
  matterGroup: MatterGroup;
}
export interface Situation {
  now: number;
  slots: ReadonlyMap<string, OpenSlot>;
  /** Whether the citizen may act for the taxpayer now. */
  mayActFor(citizenId: string, taxpayerId: string): boolean;
  /** Active keys that are taken already. */
  activeKeys: ReadonlySet<string>;
}
export type Decision = { granted: true; slot: OpenSlot; activeKey: string } | { granted: false; code: BookingRefusal };
export type BookingRefusal = Extract<
  ErrorCode,
  | 'request.not_found'
  | 'identity.taxpayer_not_yours'
  | 'appointment.slot_full'
  | 'appointment.slot_closed'
  | 'appointment.slot_past'
  | 'appointment.matter_not_offered'
  | 'appointment.already_booked'
>;

/** One active appointment per taxpayer and half-day: its unique key while the appointment lives. */
export const activeKeyOf = (taxpayerId: string, slot: Pick<OpenSlot, 'onDay' | 'startsAt'>): string =>
  `${taxpayerId}:${slot.onDay}:${halfDayOf(slot.startsAt)}`;

function refusalOf(
  wish: Wish,
  slot: OpenSlot | undefined,
  taken: ReadonlySet<string>,
  left: number,
  situation: Situation,
): BookingRefusal | undefined {
  if (!slot) return 'request.not_found';
  if (!situation.mayActFor(wish.citizenId, wish.taxpayerId)) return 'identity.taxpayer_not_yours';
  if (slot.matterGroup !== wish.matterGroup) return 'appointment.matter_not_offered';
  if (slot.startsAt <= situation.now) return 'appointment.slot_past';
  if (slot.closedReason !== null) return 'appointment.slot_closed';
  if (taken.has(activeKeyOf(wish.taxpayerId, slot))) return 'appointment.already_booked';
  return left <= 0 ? 'appointment.slot_full' : undefined;
}

/**
 * Who of a batch gets a place, in the order given: first come, first served. Places are counted down as they are given,
 * so that a batch never grants more than a slot has left (A1), and a taxpayer gets one place per half-day.
 */
export function decide(wishes: readonly Wish[], situation: Situation): Decision[] {
  const taken = new Set(situation.activeKeys);
  const left = new Map([...situation.slots].map(([id, slot]) => [id, slot.capacityPublic - slot.booked]));
  return wishes.map((wish) => {
    const slot = situation.slots.get(wish.slotId);
    const places = left.get(wish.slotId) ?? 0;
    const code = refusalOf(wish, slot, taken, places, situation);
    if (code || !slot) return { granted: false, code: code ?? 'request.not_found' };
    const activeKey = activeKeyOf(wish.taxpayerId, slot);
    taken.add(activeKey);
    left.set(slot.id, places - 1);
    return { granted: true, slot, activeKey };
  });
}
