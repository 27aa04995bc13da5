import type { AppointmentStatus, AppointmentView, MatterGroup, OnSiteReason } from '@yiyun/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { big, day, id, int, json, longText, nullable, text } from '../../../platform/database/columns.js';
import { BookingPolicyRow } from '../policies/booking-policy.entity.js';
import { ReminderRow } from '../reminders/reminder.entity.js';
import { StrikeRow } from '../strikes/strike.entity.js';
import { WaitlistRow } from '../waitlist/waitlist.entity.js';

/** Half an hour at a hall for one group of matters. `booked` counts the live appointments (A1). */
@Entity('slot')
@Index('slot_once', ['hallId', 'matterGroup', 'startsAt'], { unique: true })
@Index('slot_of_day', ['hallId', 'matterGroup', 'onDay'])
export class SlotRow {
  @PrimaryColumn(id) id: string;
  @Column(id) hallId: string;
  @Column(text(10)) matterGroup: MatterGroup;
  @Column(day) onDay: string;
  @Column(big) startsAt: number;
  @Column(big) endsAt: number;
  /** Places in all, and of them those that citizens may book. */
  @Column(int) capacityTotal: number;
  @Column(int) capacityPublic: number;
  @Column({ type: 'int', default: 0 }) booked: number;
  @Column(nullable(text(200))) closedReason: string | null;
}

@Entity('appointment')
@Index('appointment_reference', ['referenceNo'], { unique: true })
@Index('appointment_active', ['activeKey'], { unique: true })
@Index('appointment_active_citizen', ['citizenKey'], { unique: true })
@Index('appointment_held', ['heldUntil'])
@Index('appointment_of_citizen', ['citizenId', 'startsAt', 'id'])
@Index('appointment_of_hall', ['hallId', 'onDay', 'startsAt', 'id'])
@Index('appointment_of_slot', ['slotId'])
export class AppointmentRow {
  @PrimaryColumn(id) id: string;
  @Column(text(16)) referenceNo: string;
  /** The first of `slotIds`, which follow each other without a gap: one for each matter. */
  @Column(id) slotId: string;
  @Column(json) slotIds: string[];
  @Column(id) hallId: string;
  /** The first of `matterIds`. */
  @Column(id) matterId: string;
  @Column(json) matterIds: string[];
  @Column(id) citizenId: string;
  @Column(id) taxpayerId: string;
  /** Plain for an enterprise, so that the counter can search it; null for a person, whose name stays sealed. */
  @Column(nullable(text(100))) enterpriseName: string | null;
  @Column(text(12)) status: AppointmentStatus;
  @Column(int) version: number;
  @Column(day) onDay: string;
  @Column(big) startsAt: number;
  @Column(big) endsAt: number;
  /** Taxpayer, day, half-day and number within the policy's limit while the appointment lives; null afterwards. */
  @Column(nullable(text(48))) activeKey: string | null;
  /** The same of the citizen, where the policy limits persons. */
  @Column(nullable(text(48))) citizenKey: string | null;
  /** The booking policy under which it was booked. */
  @Column(id) policyId: string;
  /** Sealed words of the citizen and of the officer. */
  @Column(nullable(longText)) noteSealed: string | null;
  @Column(nullable(longText)) reasonSealed: string | null;
  @Column(nullable(text(20))) onSiteReason: OnSiteReason | null;
  @Column(nullable(text(10))) cancelledBy: AppointmentView['cancelledBy'];
  @Column(nullable(id)) caseId: string | null;
  /** When it was submitted; of a held one, when the place was taken. */
  @Column(big) bookedAt: number;
  /** Set while it is held; from then on the place is free for anybody. */
  @Column(nullable(big)) heldUntil: number | null;
  @Column(nullable(big)) escalatedAt: number | null;
  @Column(nullable(text(10))) offeredBy: AppointmentView['offeredBy'];
  @Column(nullable(id)) rescheduledToId: string | null;
  @Column(nullable(id)) rescheduledFromId: string | null;
}

export const appointmentEntities = [SlotRow, AppointmentRow, BookingPolicyRow, StrikeRow, WaitlistRow, ReminderRow];
