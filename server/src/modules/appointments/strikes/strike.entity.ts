import type { AppealStatus, StrikeKind } from '@yiyun/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { big, id, int, longText, nullable, text } from '../../../platform/database/columns.js';

/** What counts against a taxpayer, unless an appeal is upheld; an appointment has one at most. */
@Entity('strike')
@Index('strike_of_taxpayer', ['taxpayerId', 'at'])
@Index('strike_of_citizen', ['citizenId', 'at'])
@Index('strike_appealed', ['appealStatus', 'appealedAt', 'id'])
export class StrikeRow {
  /** The appointment's id. */
  @PrimaryColumn(id) id: string;
  @Column(int) version: number;
  @Column(text(10)) kind: StrikeKind;
  @Column(id) hallId: string;
  @Column(id) citizenId: string;
  @Column(id) taxpayerId: string;
  /** The policy under which it was booked: it says whether such a thing counts. */
  @Column(id) policyId: string;
  /** When it was cancelled; of a no-show, when the check-in ended. */
  @Column(big) at: number;
  @Column(nullable(text(10))) appealStatus: AppealStatus | null;
  @Column(nullable(big)) appealedAt: number | null;
  @Column(nullable(longText)) statementSealed: string | null;
  @Column(nullable(big)) decidedAt: number | null;
  @Column(nullable(longText)) replySealed: string | null;
}
