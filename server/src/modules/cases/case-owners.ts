import { Injectable } from '@nestjs/common';
import { AppError } from '@yiyun/shared';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import type { Context } from '../../platform/http/context.js';
import { citizenOf } from '../../platform/http/policies.js';
import { Citizens } from '../identity/index.js';
import type { Command } from '../records/index.js';
import type { ServiceCaseRow } from './storage/case.entity.js';

/** Whose case it is. A walk-in's case belongs to whoever has verified the phone that was left at the counter. */
@Injectable()
export class CaseOwners {
  constructor(
    private readonly citizens: Citizens,
    private readonly personalData: PersonalData,
  ) {}

  /** The keyed hash of the citizen's verified phone; null without one. */
  async phoneHashOf(citizenId: string, within?: Command): Promise<string | null> {
    const { phone } = await this.citizens.citizenOf(citizenId, within);
    return phone === null ? null : this.citizens.phoneHash(phone);
  }

  /** The case, if it is the caller's; to anybody else it does not exist. */
  async requireOwner(ctx: Context, row: ServiceCaseRow | undefined, within?: Command): Promise<ServiceCaseRow> {
    const { id } = citizenOf(ctx);
    if (row?.citizenId === id) return row;
    const walkIn = row?.citizenId === null && row.applicantPhoneHash !== null;
    if (!row || !walkIn || row.applicantPhoneHash !== (await this.phoneHashOf(id, within))) {
      throw new AppError('request.not_found');
    }
    return row;
  }

  /** The citizen of a case, found by the phone of a walk-in who has an account by now; null when there is none. */
  async citizenOf(row: ServiceCaseRow, within: Command): Promise<string | null> {
    if (row.citizenId !== null || row.applicantPhoneSealed === null) return row.citizenId;
    const found = await this.citizens.findByPhone(this.personalData.open(row.applicantPhoneSealed), within);
    return found?.id ?? null;
  }
}
