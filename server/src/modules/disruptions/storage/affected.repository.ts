import { Injectable } from '@nestjs/common';
import type { AffectedListQuery, AffectedStatus, CallListQuery, PageQuery } from '@yiyun/shared';
import { type EntityManager, In, IsNull, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { Database, type Transaction } from '../../../platform/database/database.js';
import { insertSql } from '../../../platform/database/sql.js';
import { limitOf, readCursor } from '../../../platform/http/paging.js';
import type { Command } from '../../records/index.js';
import { AffectedPartyRow, CallAttemptRow } from './disruption.entities.js';

const NEW_COLUMNS = [
  'id',
  'version',
  'disruptionId',
  'hallId',
  'appointmentId',
  'citizenId',
  'status',
  'alternativeIds',
] as const;
export type NewParty = Pick<AffectedPartyRow, (typeof NEW_COLUMNS)[number]>;
type Within = Pick<Transaction, 'manager'>;

/** Statuses in which something is still to be done for the person, or can be. */
const OPEN: AffectedStatus[] = ['preparing', 'offered', 'toCall', 'unreachable'];

/** Reads of those affected and of the calls to them. Lists give one row more than a page. */
@Injectable()
export class AffectedRepository {
  constructor(private readonly db: Database) {}

  async find(id: string, within?: Within): Promise<AffectedPartyRow | undefined> {
    return (await this.manager(within).findOneBy(AffectedPartyRow, { id })) ?? undefined;
  }

  /** Those for whom nothing is arranged yet, in order, after an id; of closures made before an instant. */
  async preparing(limit: number, afterId: string, madeBefore = Number.MAX_SAFE_INTEGER): Promise<string[]> {
    const rows = await this.db.read.query<{ id: string }[]>(
      `SELECT p.id FROM affected_party p JOIN disruption d ON d.id = p.disruptionId
       WHERE p.status = 'preparing' AND p.id > ? AND d.createdAt < ? ORDER BY p.id LIMIT ${limit}`,
      [afterId, madeBefore],
    );
    return rows.map(({ id }) => id);
  }

  /** Those with an offer who are to be called by now. */
  async due(now: number, take: number): Promise<string[]> {
    const where = { status: 'offered' as const, callAt: LessThanOrEqual(now) };
    const rows = await this.db.read.find(AffectedPartyRow, {
      where,
      order: { callAt: 'ASC' },
      take,
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  }

  ofDisruption(disruptionId: string, query: AffectedListQuery): Promise<AffectedPartyRow[]> {
    const where = { disruptionId, ...(query.status && { status: query.status }), id: after(query) };
    return this.db.read.find(AffectedPartyRow, { where, order: { id: 'ASC' }, take: limitOf(query) + 1 });
  }

  toCall(hallId: string, query: CallListQuery, callerId: string): Promise<AffectedPartyRow[]> {
    const where = { hallId, status: 'toCall' as const, ...(query.mine && { callerId }), id: after(query) };
    return this.db.read.find(AffectedPartyRow, { where, order: { id: 'ASC' }, take: limitOf(query) + 1 });
  }

  /** The newest first; `open` those for whom something can still be done. */
  ofCitizen(citizenId: string, open: boolean, within?: Within): Promise<AffectedPartyRow[]> {
    const where = { citizenId, ...(open && { status: In(OPEN) }) };
    return this.manager(within).find(AffectedPartyRow, { where, order: { id: 'DESC' } });
  }

  countPreparing(command: Command, disruptionId: string): Promise<number> {
    return command.manager.countBy(AffectedPartyRow, { disruptionId, status: 'preparing' });
  }

  /** How many of one closure have, or had, a named officer. */
  countGiven(command: Command, disruptionId: string): Promise<number> {
    return command.manager.countBy(AffectedPartyRow, { disruptionId, callerId: Not(IsNull()) });
  }

  /** Who is named to call somebody now, hall by hall. */
  callers(): Promise<Pick<AffectedPartyRow, 'hallId' | 'callerId'>[]> {
    return this.db.read.query("SELECT DISTINCT hallId, callerId FROM affected_party WHERE status = 'toCall'");
  }

  async waitingFor({ hallId, callerId }: Pick<AffectedPartyRow, 'hallId' | 'callerId'>): Promise<string[]> {
    const where = { status: 'toCall' as const, hallId, callerId: callerId ?? IsNull() };
    const rows = await this.db.read.find(AffectedPartyRow, { where, order: { id: 'ASC' }, select: { id: true } });
    return rows.map(({ id }) => id);
  }

  async insert(command: Command, parties: readonly NewParty[]): Promise<void> {
    if (parties.length === 0) return;
    await command.query(
      insertSql('affected_party', NEW_COLUMNS, parties.length),
      parties.flatMap((party) => NEW_COLUMNS.map((column) => (column === 'alternativeIds' ? '[]' : party[column]))),
    );
  }

  /** The person has opened the offer: nobody calls before `callAt` any more. */
  async opened(id: string, at: number, callAt: number | null): Promise<void> {
    await this.db.change(
      "UPDATE affected_party SET readAt = ?, callAt = CASE status WHEN 'offered' THEN ? ELSE callAt END WHERE id = ? AND readAt IS NULL",
      [at, callAt, id],
    );
  }

  async calls(partyIds: readonly string[], within?: Within): Promise<CallAttemptRow[]> {
    if (partyIds.length === 0) return [];
    const where = { affectedPartyId: In([...partyIds]) };
    return this.manager(within).find(CallAttemptRow, { where, order: { id: 'ASC' } });
  }

  private manager(within?: Within): EntityManager {
    return within?.manager ?? this.db.read;
  }
}

const after = (query: PageQuery) => MoreThan((readCursor(query.cursor, '') ?? [''])[0]);
