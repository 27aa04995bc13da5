import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, type LookUpCaseBody, type PublicCaseView } from '@yiyun/shared';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import type { Context } from '../../platform/http/context.js';
import { Recorder } from '../records/index.js';
import { CaseViews } from './case-views.js';
import { LookUpLimits } from './look-up-limits.js';
import type { ServiceCaseRow } from './storage/case.entity.js';
import { CaseRepository } from './storage/case.repository.js';
import { publicViewOf } from './storage/case.view.js';

type AcceptedCase = ServiceCaseRow & { receiptNo: string; acceptedAt: number };

/** Progress for whoever holds the receipt: its number and the last four digits of the phone left at the counter. */
@Injectable()
export class LookUpService {
  /** Opened in place of a phone where there is no such case, so that the answer takes as long. */
  private readonly nobodysPhone: string;

  constructor(
    private readonly repository: CaseRepository,
    private readonly limits: LookUpLimits,
    private readonly views: CaseViews,
    private readonly recorder: Recorder,
    private readonly personalData: PersonalData,
  ) {
    this.nobodysPhone = personalData.seal('-'.repeat(11));
  }

  /** An unknown number and a wrong tail get the same answer; both are counted and recorded. */
  async lookUp(ctx: Context, { receiptNo, phoneTail }: LookUpCaseBody): Promise<PublicCaseView> {
    try {
      const giveBack = await this.limits.charge(receiptNo, ctx.ip);
      const row = await this.repository.byReceipt(receiptNo);
      if (!this.holdsReceipt(row, phoneTail)) throw new AppError('case.lookup_failed');
      await giveBack();
      await this.recorder.viewed(ctx, {
        kind: 'CaseLookedUp',
        subjectKind: 'case',
        subjectId: row.id,
        partyId: row.citizenId,
      });
      return publicViewOf(row, this.views.parts(row), await this.views.timeline(ctx.actor, row));
    } catch (error) {
      if (error instanceof AppError) await this.recorder.refused(ctx, 'cases.lookUp', error as AppError);
      throw error;
    }
  }

  private holdsReceipt(row: ServiceCaseRow | undefined, phoneTail: string): row is AcceptedCase {
    const tail = this.personalData.open(row?.applicantPhoneSealed ?? this.nobodysPhone).slice(-4);
    return timingSafeEqual(Buffer.from(tail), Buffer.from(phoneTail)) && row !== undefined;
  }
}
