import type { CaseDocumentView, CaseStatus } from '@yiyun/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { big, id, int, json, longText, nullable, text } from '../../../platform/database/columns.js';

/**
 * One piece of business from the counter to its end. It keeps what it needs of the matter's version it began under:
 * documents and time limit. What is sealed is personal and can be erased without touching the rest.
 */
@Entity('service_case')
@Index('service_case_receipt', ['receiptNo'], { unique: true })
@Index('service_case_appointment', ['appointmentId'], { unique: true })
@Index('service_case_hall', ['hallId', 'openedAt', 'id'])
@Index('service_case_citizen', ['citizenId', 'openedAt', 'id'])
@Index('service_case_phone', ['applicantPhoneHash'])
export class ServiceCaseRow {
  @PrimaryColumn(id) id: string;
  @Column(int) version: number;
  @Column(text(20)) status: CaseStatus;
  /** Given at acceptance. */
  @Column(nullable(text(16))) receiptNo: string | null;
  @Column(id) hallId: string;
  /** The officer who answers for it: whoever took it first (C5). */
  @Column(id) ownerId: string;
  @Column(id) matterId: string;
  @Column(int) matterVersion: number;
  @Column(nullable(id)) appointmentId: string | null;
  /** Null for a walk-in whose phone belongs to no account yet. */
  @Column(nullable(id)) citizenId: string | null;
  @Column(nullable(id)) taxpayerId: string | null;
  /** Plain for an enterprise, so that the counter can search it; null for a person, whose name stays sealed. */
  @Column(nullable(text(100))) enterpriseName: string | null;
  @Column(nullable(text(18))) uscc: string | null;
  @Column(nullable(longText)) taxpayerNameSealed: string | null;
  @Column(nullable(longText)) applicantNameSealed: string | null;
  @Column(nullable(longText)) applicantPhoneSealed: string | null;
  @Column(nullable(text(64))) applicantPhoneHash: string | null;
  @Column(json) documents: CaseDocumentView[];
  /** Promised, or else statutory; null where the matter has neither. */
  @Column(nullable(int)) limitWorkingDays: number | null;
  /** The clock of the time limit; see domain/sla-clock.ts. */
  @Column(nullable(big)) targetMs: number | null;
  @Column(big) consumedMs: number;
  @Column(nullable(big)) runningSince: number | null;
  @Column(nullable(big)) dueAt: number | null;
  @Column(big) openedAt: number;
  @Column(nullable(big)) acceptedAt: number | null;
  @Column(nullable(big)) decidedAt: number | null;
  @Column(nullable(big)) closedAt: number | null;
  /** The latest correction. */
  @Column(nullable(big)) correctionRequestedAt: number | null;
  @Column(nullable(big)) correctionAnsweredAt: number | null;
  @Column(nullable(longText)) correctionRequestSealed: string | null;
  @Column(nullable(longText)) correctionAnswerSealed: string | null;
  /** The result, or why it was declined. */
  @Column(nullable(longText)) outcomeSealed: string | null;
}

/** The personal columns: never in facts, erased on request. */
export const personalColumns = [
  'taxpayerNameSealed',
  'applicantNameSealed',
  'applicantPhoneSealed',
  'applicantPhoneHash',
  'correctionRequestSealed',
  'correctionAnswerSealed',
  'outcomeSealed',
] as const satisfies readonly (keyof ServiceCaseRow)[];

/** Wrong tries that are left of one allowance: of a receipt number, or of an address. */
@Entity('look_up_allowance')
export class LookUpAllowanceRow {
  @PrimaryColumn(text(64)) id: string;
  @Column(int) used: number;
  @Column(big) endsAt: number;
}
