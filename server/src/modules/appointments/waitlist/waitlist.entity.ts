import type { MatterGroup, WaitlistScope, WaitlistStatus } from '@yiyun/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { big, day, id, int, nullable, text } from '../../../platform/database/columns.js';

/** Somebody who waits for a place in a slot, a half-day or a day. */
@Entity('waitlist_entry')
@Index('waitlist_active', ['activeKey'], { unique: true })
@Index('waitlist_in_order', ['hallId', 'matterGroup', 'status', 'joinedAt', 'id'])
@Index('waitlist_of_citizen', ['citizenId', 'id'])
@Index('waitlist_of_appointment', ['appointmentId'])
export class WaitlistRow {
  @PrimaryColumn(id) id: string;
  @Column(int) version: number;
  @Column(text(10)) status: WaitlistStatus;
  @Column(id) hallId: string;
  @Column(text(10)) matterGroup: MatterGroup;
  @Column(id) matterId: string;
  @Column(id) citizenId: string;
  @Column(id) taxpayerId: string;
  @Column(text(10)) scope: WaitlistScope;
  @Column(day) onDay: string;
  /** A slot fits that lies between the two. */
  @Column(big) fromAt: number;
  @Column(big) untilAt: number;
  @Column(big) joinedAt: number;
  /** Who waits for what, while he waits: once at most. */
  @Column(nullable(text(100))) activeKey: string | null;
  /** The place that is held for him, or that he took. */
  @Column(nullable(id)) appointmentId: string | null;
}
