import type { AffectedStatus, CallResult, DisruptionScope, MatterGroup } from '@yiyun/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { big, id, int, json, longText, nullable, text } from '../../../platform/database/columns.js';

/** A hall, or one group of its matters, that is closed from an instant until another. */
@Entity('disruption')
@Index('disruption_until', ['untilAt'])
export class DisruptionRow {
  @PrimaryColumn(id) id: string;
  @Column(int) version: number;
  @Column(id) hallId: string;
  @Column(text(8)) scope: DisruptionScope;
  @Column(nullable(text(10))) matterGroup: MatterGroup | null;
  @Column(big) fromAt: number;
  @Column(big) untilAt: number;
  @Column(text(200)) reason: string;
  @Column(big) createdAt: number;
  @Column(id) createdById: string;
}

/** Somebody whose appointment can't take place. Everybody is in exactly one status at each instant (A4). */
@Entity('affected_party')
@Index('affected_party_once', ['appointmentId'], { unique: true })
@Index('affected_party_progress', ['disruptionId', 'status', 'id'])
@Index('affected_party_calls', ['hallId', 'status', 'id'])
@Index('affected_party_due', ['status', 'callAt'])
@Index('affected_party_citizen', ['citizenId', 'id'])
export class AffectedPartyRow {
  @PrimaryColumn(id) id: string;
  @Column(int) version: number;
  @Column(id) disruptionId: string;
  @Column(id) hallId: string;
  /** The appointment that can't take place. */
  @Column(id) appointmentId: string;
  @Column(id) citizenId: string;
  @Column(text(12)) status: AffectedStatus;
  /** Appointments held for the person to choose from. */
  @Column(json) alternativeIds: string[];
  @Column(nullable(id)) chosenAppointmentId: string | null;
  /** When somebody calls unless the person acts before; null where nobody has to. */
  @Column(nullable(big)) callAt: number | null;
  /** The named officer who calls. */
  @Column(nullable(id)) callerId: string | null;
  /** When the person opened the offer. */
  @Column(nullable(big)) readAt: number | null;
}

/** One call to an affected person. */
@Entity('call_attempt')
@Index('call_attempt_of_party', ['affectedPartyId', 'id'])
export class CallAttemptRow {
  @PrimaryColumn(id) id: string;
  @Column(id) affectedPartyId: string;
  @Column(big) at: number;
  @Column(id) staffId: string;
  @Column(text(12)) result: CallResult;
  /** The officer's words, sealed. */
  @Column(nullable(longText)) noteSealed: string | null;
}

export const disruptionEntities = [DisruptionRow, AffectedPartyRow, CallAttemptRow];
