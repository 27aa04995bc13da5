import type { ErrorCode } from '@yiyun/shared';
import {
  type Appointment,
  CANCEL_BEFORE_MS,
  freeIn,
  isBlocked,
  isExpired,
  isSameHalfDay,
  type Situation,
  type Slot,
  standing,
  waitsFor,
} from './situation.js';

/** `may` be granted, and the refusals that would be right. */
export interface Expected {
  mayBeGranted: boolean;
  refusals: ErrorCode[];
}

/** An expired hold whose place somebody waits for: whoever comes first brings the waitlist forward. */
const isUncertain = (situation: Situation): boolean =>
  situation.appointments.some(
    (one) =>
      isExpired(one, situation.now) &&
      situation.slots.some((slot) => one.slotIds.includes(slot.id) && situation.waiting.some((w) => waitsFor(w, slot))),
  );

function decided(situation: Situation, refusals: ErrorCode[], couldBe: ErrorCode[] = []): Expected {
  if (isUncertain(situation)) return { mayBeGranted: refusals.length === 0, refusals: [...refusals, ...couldBe] };
  return { mayBeGranted: refusals.length === 0, refusals };
}

function placeRefusals(situation: Situation, citizenId: string, slot: Slot, replaced: readonly Appointment[]) {
  const inTheWay = standing(situation).some(
    (one) =>
      one.citizenId === citizenId && one.activeKey !== null && !replaced.includes(one) && isSameHalfDay(one, slot),
  );
  const refusals: ErrorCode[] = [];
  if (slot.closedReason !== null) refusals.push('appointment.slot_closed');
  if (slot.startsAt <= situation.now) refusals.push('appointment.slot_past');
  if (inTheWay) refusals.push('appointment.already_booked');
  if (freeIn(situation, slot, replaced) <= 0) refusals.push('appointment.slot_full');
  return refusals;
}

/** Holds that somebody chose himself and that a new choice takes the place of. */
const ownHolds = (situation: Situation, citizenId: string): Appointment[] =>
  standing(situation).filter((one) => one.citizenId === citizenId && one.status === 'held' && one.offeredBy === null);

export function ofHold(situation: Situation, citizenId: string, slot: Slot): Expected {
  const replaced = ownHolds(situation, citizenId);
  if (replaced.some((one) => one.slotIds.includes(slot.id))) return { mayBeGranted: true, refusals: [] };
  const refusals = placeRefusals(situation, citizenId, slot, replaced);
  if (isBlocked(situation, citizenId)) refusals.push('appointment.blocked');
  return decided(situation, refusals, ['appointment.slot_full', 'appointment.already_booked']);
}

export function ofBooking(situation: Situation, citizenId: string, slot: Slot): Expected {
  const replaced = ownHolds(situation, citizenId).filter((one) => isSameHalfDay(one, slot));
  const refusals = placeRefusals(situation, citizenId, slot, replaced);
  if (isBlocked(situation, citizenId)) refusals.push('appointment.blocked');
  return decided(situation, refusals, ['appointment.slot_full', 'appointment.already_booked']);
}

export function ofSubmit({ now }: Situation, one: Appointment): Expected {
  if (one.status !== 'held') return { mayBeGranted: false, refusals: ['request.not_available'] };
  if (isExpired(one, now)) return { mayBeGranted: false, refusals: ['appointment.hold_expired'] };
  return { mayBeGranted: true, refusals: [] };
}

export function ofCancel({ now }: Situation, one: Appointment): Expected {
  if (one.status === 'held')
    return { mayBeGranted: true, refusals: isExpired(one, now) ? ['appointment.hold_expired'] : [] };
  if (one.status !== 'confirmed') return { mayBeGranted: false, refusals: ['request.not_available'] };
  const isLate = now > one.startsAt - CANCEL_BEFORE_MS;
  return { mayBeGranted: !isLate, refusals: isLate ? ['appointment.cancel_too_late'] : [] };
}

export function ofReschedule(situation: Situation, one: Appointment, slot: Slot): Expected {
  if (one.status !== 'confirmed') return { mayBeGranted: false, refusals: ['request.not_available'] };
  const refusals = placeRefusals(situation, one.citizenId, slot, [one]);
  if (situation.now > one.startsAt - CANCEL_BEFORE_MS) refusals.push('appointment.reschedule_too_late');
  return decided(situation, refusals, ['appointment.slot_full', 'appointment.already_booked']);
}
