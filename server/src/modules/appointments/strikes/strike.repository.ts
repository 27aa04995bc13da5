import { Injectable } from '@nestjs/common';
import type { AppealListQuery, StrikeFact } from '@yiyun/shared';
import { Database, type Statement, type Transaction } from '../../../platform/database/database.js';
import { list } from '../../../platform/database/sql.js';
import { limitOf, readCursor } from '../../../platform/http/paging.js';
import type { StrikeRow } from './strike.entity.js';

/** A strike with what one reads of its appointment. */
export interface StrikeWithAppointment extends StrikeRow {
  referenceNo: string;
  matterId: string;
  startsAt: number;
}
export interface StrikeSummary extends StrikeFact {
  id: string;
  taxpayerId: string;
  policyId: string;
}
type Reading = Pick<Transaction, 'query'>;

const WHOLE = `SELECT strike.*, appointment.referenceNo, appointment.matterId, appointment.startsAt
  FROM strike JOIN appointment ON appointment.id = strike.id`;
/** An upheld appeal takes the strike away. */
const SUMMARY = `SELECT id, kind, taxpayerId, policyId, at FROM strike
  WHERE (appealStatus IS NULL OR appealStatus <> 'upheld')`;
const numberOrNull = (value: unknown): number | null => (value === null ? null : Number(value));
const fromRaw = (row: StrikeWithAppointment): StrikeWithAppointment => ({
  ...row,
  version: Number(row.version),
  at: Number(row.at),
  startsAt: Number(row.startsAt),
  appealedAt: numberOrNull(row.appealedAt),
  decidedAt: numberOrNull(row.decidedAt),
});

@Injectable()
export class StrikeRepository {
  constructor(private readonly db: Database) {}

  async find(id: string, tx: Reading = this.db.read): Promise<StrikeWithAppointment | undefined> {
    const [row] = await tx.query<StrikeWithAppointment[]>(`${WHOLE} WHERE strike.id = ?`, [id]);
    return row && fromRaw(row);
  }

  /** Those of the citizen, and those of others for these taxpayers, the newest first. */
  async about(citizenId: string, taxpayerIds: readonly string[], limit: number): Promise<StrikeWithAppointment[]> {
    const ofTaxpayers = taxpayerIds.length === 0 ? '' : ` OR strike.taxpayerId IN (${list(taxpayerIds.length)})`;
    const rows = await this.db.read.query<StrikeWithAppointment[]>(
      `${WHOLE} WHERE strike.citizenId = ?${ofTaxpayers} ORDER BY strike.at DESC, strike.id DESC LIMIT ${limit}`,
      [citizenId, ...taxpayerIds],
    );
    return rows.map(fromRaw);
  }

  /** Strikes with an appeal, the newest appeal first; one row more than a page. */
  async appeals(query: AppealListQuery): Promise<StrikeWithAppointment[]> {
    const [at, id] = readCursor(query.cursor, 0, '') ?? [Number.MAX_SAFE_INTEGER, ''];
    const rows = await this.db.read.query<StrikeWithAppointment[]>(
      `${WHOLE} WHERE ${query.status ? 'appealStatus = ?' : 'appealStatus IS NOT NULL'}
       AND (appealedAt < ? OR (appealedAt = ? AND strike.id < ?))
       ORDER BY appealedAt DESC, strike.id DESC LIMIT ${limitOf(query) + 1}`,
      [...(query.status ? [query.status] : []), at, at, id],
    );
    return rows.map(fromRaw);
  }

  /** What stands against these taxpayers, as rows for `readSummaries`. */
  againstStatement(taxpayerIds: readonly string[]): Statement {
    return { sql: `${SUMMARY} AND taxpayerId IN (${list(taxpayerIds.length)})`, parameters: taxpayerIds };
  }

  readSummaries(rows: readonly StrikeSummary[]): StrikeSummary[] {
    return rows.map((row) => ({ ...row, at: Number(row.at) }));
  }

  /** What stands against anybody from before an instant. */
  async standingBefore(instant: number): Promise<StrikeSummary[]> {
    return this.readSummaries(await this.db.read.query<StrikeSummary[]>(`${SUMMARY} AND at < ?`, [instant]));
  }

  /** The times of appointments to which somebody came, by taxpayer; read along their active keys, which begin with his id. */
  async keptBy(taxpayerIds: readonly string[], tx: Reading): Promise<ReadonlyMap<string, number[]>> {
    const kept = new Map<string, number[]>();
    if (taxpayerIds.length === 0) return kept;
    const rows = await tx.query<{ taxpayerId: string; startsAt: number | string }[]>(
      `SELECT taxpayerId, startsAt FROM appointment WHERE status IN ('checkedIn','serving','completed')
       AND (${taxpayerIds.map(() => '(activeKey > ? AND activeKey < ?)').join(' OR ')})`,
      taxpayerIds.flatMap((id) => [`${id}:`, `${id};`]),
    );
    for (const { taxpayerId, startsAt } of rows) {
      kept.set(taxpayerId, [...(kept.get(taxpayerId) ?? []), Number(startsAt)]);
    }
    return kept;
  }
}
