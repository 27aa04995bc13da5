import { randomInt } from 'node:crypto';
import { type AppointmentStatus, MINUTE_MS, makeReferenceNo, REFERENCE_SERIALS } from '@yiyun/shared';
import type { AppointmentRow } from '../storage/appointment.entities.js';
import type { OpenSlot } from './booking.js';

interface Making {
  id: string;
  now: number;
  /** In the order of the matters, one each. */
  slots: readonly OpenSlot[];
  matters: readonly { id: string; confirmation: 'automatic' | 'officer' }[];
  citizenId: string;
  taxpayer: { id: string; kind: 'individual' | 'enterprise'; name: string };
  policyId: string;
  /** When it is a place held, until when. */
  heldUntil?: number | null;
}

/** Confirmed at once only when none of its matters waits for an officer. */
export const statusOfBooking = (matters: readonly { confirmation: 'automatic' | 'officer' }[]): AppointmentStatus =>
  matters.every(({ confirmation }) => confirmation === 'automatic') ? 'confirmed' : 'pending';

/** An appointment as it begins. */
export function newAppointment(
  { id, now, slots, matters, citizenId, taxpayer, policyId, heldUntil = null }: Making,
  over: Partial<AppointmentRow> = {},
): AppointmentRow {
  const [first, last] = [slots[0] as OpenSlot, slots.at(-1) as OpenSlot];
  return {
    id,
    referenceNo: makeReferenceNo('Y', first.onDay, randomInt(REFERENCE_SERIALS)),
    slotId: first.id,
    slotIds: slots.map((slot) => slot.id),
    hallId: first.hallId,
    matterId: (matters[0] as { id: string }).id,
    matterIds: matters.map((matter) => matter.id),
    citizenId,
    taxpayerId: taxpayer.id,
    enterpriseName: taxpayer.kind === 'enterprise' ? taxpayer.name : null,
    status: heldUntil === null ? statusOfBooking(matters) : 'held',
    version: 1,
    onDay: first.onDay,
    startsAt: first.startsAt,
    endsAt: last.endsAt,
    activeKey: null,
    citizenKey: null,
    policyId,
    noteSealed: null,
    reasonSealed: null,
    onSiteReason: null,
    cancelledBy: null,
    caseId: null,
    bookedAt: now,
    heldUntil,
    escalatedAt: null,
    offeredBy: null,
    rescheduledToId: null,
    rescheduledFromId: null,
    ...over,
  };
}

/** A place is held for so long, and never past its own beginning. */
export const holdUntil = (now: number, minutes: number, startsAt: number): number =>
  Math.min(now + minutes * MINUTE_MS, startsAt);
