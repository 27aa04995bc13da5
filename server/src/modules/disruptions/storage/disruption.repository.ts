import { Injectable } from '@nestjs/common';
import { type AffectedStatus, affectedStatuses, type PageQuery } from '@yiyun/shared';
import { type EntityManager, In, LessThan, MoreThan } from 'typeorm';
import { Database, type Transaction } from '../../../platform/database/database.js';
import { list } from '../../../platform/database/sql.js';
import { limitOf, readCursor } from '../../../platform/http/paging.js';
import type { SlotClosure, SlotClosures } from '../../appointments/index.js';
import { DisruptionRow } from './disruption.entities.js';

export type StatusCounts = Record<AffectedStatus, number>;
export const noCounts = (): StatusCounts =>
  Object.fromEntries(affectedStatuses.map((status) => [status, 0])) as StatusCounts;

/** Reads of closures; answers which of them stand when slots are made. */
@Injectable()
export class DisruptionRepository implements SlotClosures {
  constructor(private readonly db: Database) {}

  async find(id: string, manager: EntityManager = this.db.read): Promise<DisruptionRow | undefined> {
    return (await manager.findOneBy(DisruptionRow, { id })) ?? undefined;
  }

  async byIds(
    ids: readonly string[],
    manager: EntityManager = this.db.read,
  ): Promise<ReadonlyMap<string, DisruptionRow>> {
    const rows = await manager.findBy(DisruptionRow, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Newest first, one more than a page holds. */
  page(query: PageQuery): Promise<DisruptionRow[]> {
    const [before] = readCursor(query.cursor, '') ?? ['~'];
    return this.db.read.find(DisruptionRow, {
      where: { id: LessThan(before) },
      order: { id: 'DESC' },
      take: limitOf(query) + 1,
    });
  }

  /** Those whose time is not over. */
  standing(now: number): Promise<DisruptionRow[]> {
    return this.db.read.find(DisruptionRow, { where: { untilAt: MoreThan(now) }, order: { id: 'ASC' } });
  }

  /** How many of those affected by each are in which status. */
  async countsOf(
    ids: readonly string[],
    within: Pick<Transaction, 'query'> = this.db.read,
  ): Promise<ReadonlyMap<string, StatusCounts>> {
    const counts = new Map(ids.map((id) => [id, noCounts()]));
    if (ids.length === 0) return counts;
    const rows = await within.query<{ disruptionId: string; status: AffectedStatus; n: number | string }[]>(
      `SELECT disruptionId, status, COUNT(*) AS n FROM affected_party
       WHERE disruptionId IN (${list(ids.length)}) GROUP BY disruptionId, status`,
      [...ids],
    );
    for (const { disruptionId, status, n } of rows) (counts.get(disruptionId) ?? noCounts())[status] = Number(n);
    return counts;
  }

  async closuresOf(
    tx: Pick<Transaction, 'query'>,
    hallId: string,
    fromAt: number,
    untilAt: number,
  ): Promise<SlotClosure[]> {
    const rows = await tx.query<Pick<DisruptionRow, 'fromAt' | 'untilAt' | 'reason' | 'matterGroup'>[]>(
      'SELECT matterGroup, fromAt, untilAt, reason FROM disruption WHERE hallId = ? AND untilAt > ? AND fromAt < ? ORDER BY id',
      [hallId, fromAt, untilAt],
    );
    return rows.map(({ matterGroup, fromAt: from, untilAt: until, reason }) => ({
      group: matterGroup,
      fromAt: Number(from),
      untilAt: Number(until),
      reason,
    }));
  }
}
