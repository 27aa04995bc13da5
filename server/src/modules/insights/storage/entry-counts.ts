import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { contains, list } from '../../../platform/database/sql.js';
import { normalise } from '../../../platform/text/normalise.js';
import { QuestionEntryRow } from './insights.entities.js';

/** Instants [from, until). */
export interface Period {
  from: number;
  until: number;
}
export interface ClusterCount {
  id: string;
  name: string;
  count: number;
  questions: number;
  searches: number;
  answeredQuestions: number;
}
type Raw<T> = { [K in keyof T]: T[K] extends number ? number | string : T[K] };

/** Counts of entries by their stored clusters. */
@Injectable()
export class EntryCounts {
  constructor(private readonly db: Database) {}

  /** Clusters asked about in the period, the most asked first, then by id; with `q`, those whose words hold it. */
  async perCluster({ from, until }: Period, q: string | undefined): Promise<ClusterCount[]> {
    const rows = await this.db.read.query<Raw<Omit<ClusterCount, 'name'>>[]>(
      `SELECT clusterId AS id, COUNT(*) AS count, SUM(CASE WHEN kind = 'question' THEN 1 ELSE 0 END) AS questions,
         SUM(CASE WHEN kind = 'search' THEN 1 ELSE 0 END) AS searches, SUM(answered) AS answeredQuestions
       FROM question_entry WHERE at >= ? AND at < ? AND clusterId IS NOT NULL GROUP BY clusterId`,
      [from, until],
    );
    if (rows.length === 0) return [];
    const names = await this.names(q);
    return rows
      .flatMap(({ id, ...counts }) => {
        const name = names.get(id);
        return name === undefined ? [] : [{ id, name, ...numbers(counts) }];
      })
      .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  }

  private async names(q: string | undefined): Promise<Map<string, string>> {
    const all = 'SELECT id, name FROM question_cluster';
    const wording = normalise(q ?? '');
    const rows = q
      ? await this.db.read.query<{ id: string; name: string }[]>(
          `${all} WHERE name LIKE ? ESCAPE '!' OR id IN
             (SELECT clusterId FROM question_cluster_member WHERE wording LIKE ? ESCAPE '!')`,
          [contains(q), wording === '' ? '' : contains(wording)],
        )
      : await this.db.read.query<{ id: string; name: string }[]>(all);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Counts of these clusters by ISO week; weeks without any are absent. */
  async perWeek(clusterIds: readonly string[], { from, until }: Period): Promise<Map<string, Map<string, number>>> {
    const trends = new Map<string, Map<string, number>>();
    if (clusterIds.length === 0) return trends;
    const rows = await this.db.read.query<{ clusterId: string; week: string; n: number | string }[]>(
      `SELECT clusterId, week, COUNT(*) AS n FROM question_entry
       WHERE clusterId IN (${list(clusterIds.length)}) AND at >= ? AND at < ? GROUP BY clusterId, week`,
      [...clusterIds, from, until],
    );
    for (const { clusterId, week, n } of rows) {
      const trend = trends.get(clusterId) ?? new Map<string, number>();
      trends.set(clusterId, trend.set(week, Number(n)));
    }
    return trends;
  }

  /** Entries of a cluster, the latest first, after the cursor's. */
  async entries(
    clusterId: string,
    { from, until }: Period,
    after: [at: number, id: string] | undefined,
    limit: number,
  ): Promise<QuestionEntryRow[]> {
    const [at, id] = after ?? [until, ''];
    return this.db.read
      .createQueryBuilder(QuestionEntryRow, 'e')
      .where('e.clusterId = :clusterId AND e.at >= :from AND e.at < :until', { clusterId, from, until })
      .andWhere('e.at <= :at AND (e.at < :at OR e.id < :id)', { at, id })
      .orderBy('e.at', 'DESC')
      .addOrderBy('e.id', 'DESC')
      .limit(limit)
      .getMany();
  }
}

function numbers(counts: Raw<Omit<ClusterCount, 'id' | 'name'>>): Omit<ClusterCount, 'id' | 'name'> {
  return {
    count: Number(counts.count),
    questions: Number(counts.questions),
    searches: Number(counts.searches),
    answeredQuestions: Number(counts.answeredQuestions),
  };
}
