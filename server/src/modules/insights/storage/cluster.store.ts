import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Database, type Transaction } from '../../../platform/database/database.js';
import { insertSql, list } from '../../../platform/database/sql.js';
import type { KnownCluster } from '../domain/clusters.js';
import type { Placement } from '../domain/placement.js';
import { EntryStore, textKeyOf } from './entry.store.js';
import { type ClusteringStateRow, QuestionClusterRow } from './insights.entities.js';

const ROWS = 200;

/** The clusters as they are kept from run to run. */
@Injectable()
export class ClusterStore {
  constructor(
    private readonly db: Database,
    private readonly entries: EntryStore,
    private readonly clock: Clock,
  ) {}

  /** Every living cluster that has wordings, with all of them. */
  async known(): Promise<KnownCluster[]> {
    const clusters = await this.db.read.find(QuestionClusterRow);
    const members = await this.db.read.query<{ clusterId: string; wording: string }[]>(
      'SELECT clusterId, wording FROM question_cluster_member ORDER BY clusterId, wording',
    );
    const known = new Map<string, KnownCluster>(
      clusters
        .filter(({ mergedIntoId }) => mergedIntoId === null)
        .map(({ id, name }) => [id, { id, name, formerIds: [], texts: [] }]),
    );
    for (const { id, mergedIntoId } of clusters) known.get(mergedIntoId ?? '')?.formerIds.push(id);
    for (const { clusterId, wording } of members) known.get(clusterId)?.texts.push(wording);
    return [...known.values()].filter(({ texts }) => texts.length > 0);
  }

  async wordings(): Promise<number> {
    const [row] = await this.db.read.query<{ n: number | string }[]>(
      'SELECT COUNT(*) AS n FROM question_cluster_member',
    );
    return Number(row?.n ?? 0);
  }

  /** The living cluster of an id, of one that was joined into another as well. */
  async resolve(id: string): Promise<string | undefined> {
    const row = await this.db.read.findOneBy(QuestionClusterRow, { id });
    return row ? (row.mergedIntoId ?? row.id) : undefined;
  }

  /** Writes what a run found; false when somebody else changed entries or clusters meanwhile, and the run is void. */
  place(state: ClusteringStateRow, { founded, joined, placed }: Placement): Promise<boolean> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      if (!(await this.entries.advance(tx, state, {}))) return false;
      await insert(
        tx,
        'question_cluster',
        ['id', 'name', 'mergedIntoId', 'createdAt'],
        founded.map(({ id, name }) => [id, name, null, now]),
      );
      for (const { id, into } of joined) {
        await tx.change('UPDATE question_cluster SET mergedIntoId = ? WHERE id = ? OR mergedIntoId = ?', [
          into,
          id,
          id,
        ]);
        await tx.change('UPDATE question_cluster_member SET clusterId = ? WHERE clusterId = ?', [into, id]);
        await tx.change('UPDATE question_entry SET clusterId = ? WHERE clusterId = ?', [into, id]);
      }
      const members = placed.map(({ wording, clusterId }) => [textKeyOf(wording), clusterId, wording]);
      await insert(tx, 'question_cluster_member', ['textKey', 'clusterId', 'wording'], members);
      for (const page of pages(members)) {
        await tx.change(
          `UPDATE question_entry SET clusterId =
             (SELECT m.clusterId FROM question_cluster_member m WHERE m.textKey = question_entry.textKey)
           WHERE clusterId IS NULL AND textKey IN (${list(page.length)})`,
          page.map(([textKey]) => textKey),
        );
      }
      return true;
    });
  }
}

async function insert(tx: Transaction, table: string, columns: readonly string[], rows: unknown[][]): Promise<void> {
  for (const page of pages(rows)) await tx.query(insertSql(table, columns, page.length), page.flat());
}

function pages<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, i) => rows.slice(i * ROWS, (i + 1) * ROWS));
}
