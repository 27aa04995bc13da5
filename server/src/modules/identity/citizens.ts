import { Injectable } from '@nestjs/common';
import { AppError, maskPhone, type NoticeAudience } from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import type { Context } from '../../platform/http/context.js';
import { newId } from '../../platform/ids.js';
import { UnitOfWork } from '../records/index.js';
import { CitizenAccounts, type EnterpriseClaim } from './citizen-accounts.js';
import { privacyTerms } from './domain/privacy-terms.js';
import { type Citizen, CitizenStore } from './storage/citizen.store.js';

/** Name and phone in clear for whoever serves the citizen; `maskedPhone` for everybody else. */
export interface CitizenContact {
  id: string;
  /** Empty until the citizen gave one; 已注销用户 after deletion. */
  name: string;
  phone: string | null;
  /** 138****5678 */
  maskedPhone: string | null;
  /** The citizen's WeChat identity, for messages there. */
  openid: string | null;
  /** Has used the application; not so where an officer made the entry for somebody on the telephone. */
  hasAccount: boolean;
}
export interface AudienceQuery {
  audience: NoticeAudience;
  beforeCreatedAt: number;
  /** The last id of the page before; '' for the first. */
  after: string;
  limit: number;
}
/** The transaction in which an answer must hold; without one the reading lane is asked. */
type Within = Pick<Transaction, 'manager'>;

const hasEnterprise =
  "EXISTS (SELECT 1 FROM binding b WHERE b.citizenId = c.id AND b.status = 'active' AND b.role NOT IN ('self', 'proxy'))";
/** Who belongs to an audience: a condition on the citizen `c`. */
const belongsTo: Record<NoticeAudience, string> = {
  everyone: 'c.deletedAt IS NULL',
  enterprise: `c.deletedAt IS NULL AND ${hasEnterprise}`,
  individual: `c.deletedAt IS NULL AND NOT ${hasEnterprise}`,
};

/** What other modules ask about citizens. */
@Injectable()
export class Citizens {
  constructor(
    private readonly db: Database,
    private readonly store: CitizenStore,
    private readonly accounts: CitizenAccounts,
    private readonly work: UnitOfWork,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  /** Throws `request.not_found` for an id that never was a citizen's. */
  async citizenOf(id: string, within?: Within): Promise<CitizenContact> {
    const found = (await this.citizensOf([id], within)).get(id);
    if (!found) throw new AppError('request.not_found');
    return found;
  }

  async citizensOf(ids: readonly string[], within?: Within): Promise<ReadonlyMap<string, CitizenContact>> {
    const found = await this.store.byIds(this.manager(within), ids);
    return new Map(found.map((citizen) => [citizen.id, contactOf(citizen)]));
  }

  /** `phone` in normal form. */
  async findByPhone(phone: string, within?: Within): Promise<CitizenContact | undefined> {
    const found = await this.store.byPhone(this.manager(within), phone);
    return found && contactOf(found);
  }

  /** The keyed hash by which a sealed phone is searched; `phone` in normal form. */
  phoneHash(phone: string): string {
    return this.personalData.hash(phone);
  }

  /** Ids of an audience in order, a page at a time. */
  async listCitizenIds({ audience, beforeCreatedAt, after, limit }: AudienceQuery, within?: Within): Promise<string[]> {
    const found = await this.manager(within).query<{ id: string }[]>(
      `SELECT c.id FROM citizen c WHERE c.createdAt <= ? AND c.id > ? AND ${belongsTo[audience]}
       ORDER BY c.id LIMIT ${limit}`,
      [beforeCreatedAt, after],
    );
    return found.map(({ id }) => id);
  }

  /** How many people an audience has now. */
  async countCitizens(audience: NoticeAudience): Promise<number> {
    const [row] = await this.db.read.query<{ n: number | string }[]>(
      `SELECT COUNT(*) AS n FROM citizen c WHERE ${belongsTo[audience]}`,
    );
    return Number(row?.n ?? 0);
  }

  /** A citizen who has verified the phone and agreed to the terms, with enterprises bound; for the seed and tests. */
  async createCitizen(
    ctx: Context,
    citizen: { phone?: string; name?: string; openid?: string; enterprises?: readonly EnterpriseClaim[] },
  ): Promise<string> {
    const id = newId(this.clock.now());
    const { enterprises = [], ...who } = citizen;
    await this.work.run(ctx, 'identity.createCitizen', (command) =>
      this.accounts.register(command, { id, ...who, consentVersion: privacyTerms.version }),
    );
    for (const claim of enterprises)
      await this.work.run(ctx, 'identity.bindEnterprise', (command) => this.accounts.bind(command, id, claim));
    return id;
  }

  private manager(within?: Within) {
    return within?.manager ?? this.db.read;
  }
}

function contactOf({ id, name, phone, openid, consentVersion }: Citizen): CitizenContact {
  return { id, name, phone, maskedPhone: phone && maskPhone(phone), openid, hasAccount: consentVersion !== null };
}
