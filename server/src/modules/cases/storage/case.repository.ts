import { Injectable } from '@nestjs/common';
import {
  AppError,
  closedCaseStatuses,
  type HallCasesQuery,
  type MyCasesQuery,
  normaliseReferenceNo,
} from '@yiyun/shared';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { contains } from '../../../platform/database/sql.js';
import { limitOf, readCursor } from '../../../platform/http/paging.js';
import { ServiceCaseRow } from './case.entity.js';

type Query = SelectQueryBuilder<ServiceCaseRow>;
/** The transaction in which an answer must hold; without one the reading lane is asked. */
type Within = { readonly manager: EntityManager };

/** Reads of cases. Lists are newest first and give one row more than a page, to tell whether another follows. */
@Injectable()
export class CaseRepository {
  constructor(private readonly db: Database) {}

  async find(id: string, within?: Within): Promise<ServiceCaseRow | undefined> {
    return (await (within?.manager ?? this.db.read).findOneBy(ServiceCaseRow, { id })) ?? undefined;
  }

  /** Throws `request.not_found`. */
  async get(id: string, within?: Within): Promise<ServiceCaseRow> {
    const row = await this.find(id, within);
    if (!row) throw new AppError('request.not_found');
    return row;
  }

  /** `receiptNo` in normal form. */
  async byReceipt(receiptNo: string, within?: Within): Promise<ServiceCaseRow | undefined> {
    return (await (within?.manager ?? this.db.read).findOneBy(ServiceCaseRow, { receiptNo })) ?? undefined;
  }

  /** The citizen's own, and walk-in cases under the citizen's verified phone. */
  ofCitizen(citizenId: string, phoneHash: string | null, query: MyCasesQuery): Promise<ServiceCaseRow[]> {
    return page(inScope(belonging(this.select(), citizenId, phoneHash), query.scope), query);
  }

  ofHall(hallId: string, query: HallCasesQuery, callerId: string): Promise<ServiceCaseRow[]> {
    const found = inScope(this.select().where('c.hallId = :hallId', { hallId }), query.scope);
    if (query.status) found.andWhere('c.status = :status', { status: query.status });
    if (query.mine) found.andWhere('c.ownerId = :callerId', { callerId });
    if (query.q) {
      found.andWhere("(c.receiptNo = :receiptNo OR c.enterpriseName LIKE :part ESCAPE '!')", {
        receiptNo: normaliseReferenceNo(query.q),
        part: contains(query.q),
      });
    }
    return page(found, query);
  }

  /** Every case that `ofCitizen` would show, oldest first. */
  allOfCitizen(citizenId: string, phoneHash: string | null, within?: Within): Promise<ServiceCaseRow[]> {
    return belonging(this.select(within), citizenId, phoneHash).orderBy('c.openedAt').addOrderBy('c.id').getMany();
  }

  private select(within?: Within): Query {
    return (within?.manager ?? this.db.read).createQueryBuilder(ServiceCaseRow, 'c');
  }
}

function belonging(query: Query, citizenId: string, phoneHash: string | null): Query {
  return query.where('(c.citizenId = :citizenId OR (c.citizenId IS NULL AND c.applicantPhoneHash = :phoneHash))', {
    citizenId,
    phoneHash,
  });
}

function inScope(query: Query, scope: 'open' | 'closed' | undefined): Query {
  if (scope === undefined) return query;
  return query.andWhere(`c.status ${scope === 'open' ? 'NOT IN' : 'IN'} (:...closed)`, { closed: closedCaseStatuses });
}

function page(query: Query, { cursor, limit }: { cursor?: string; limit?: number }): Promise<ServiceCaseRow[]> {
  const after = readCursor(cursor, 0, '');
  if (after) {
    const [openedAt, id] = after;
    query.andWhere('(c.openedAt < :openedAt OR (c.openedAt = :openedAt AND c.id < :id))', { openedAt, id });
  }
  return query
    .orderBy('c.openedAt', 'DESC')
    .addOrderBy('c.id', 'DESC')
    .take(limitOf({ limit }) + 1)
    .getMany();
}
