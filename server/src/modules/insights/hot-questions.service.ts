import { Injectable } from '@nestjs/common';
import {
  AppError,
  type HotQuestionEntriesQuery,
  type HotQuestionEntryView,
  type HotQuestionsQuery,
  type HotQuestionsView,
  type HotQuestionView,
  type Page,
} from '@yiyun/shared';
import type { Context } from '../../platform/http/context.js';
import { cursorOf, limitOf, pageOf, readCursor } from '../../platform/http/paging.js';
import { KnowledgeBase } from '../help/index.js';
import { Recorder } from '../records/index.js';
import { Clustering } from './clustering.js';
import { isoWeeksBetween } from './domain/iso-week.js';
import { periodOf } from './domain/period.js';
import { ClusterStore } from './storage/cluster.store.js';
import { type ClusterCount, EntryCounts, type Period } from './storage/entry-counts.js';
import type { QuestionEntryRow } from './storage/insights.entities.js';

/** What taxpayers ask most. Every number opens the entries that it counts (I3). */
@Injectable()
export class HotQuestionsService {
  private covered = { edition: '', byName: new Map<string, HotQuestionView['coveredBy']>() };

  constructor(
    private readonly clustering: Clustering,
    private readonly counts: EntryCounts,
    private readonly clusters: ClusterStore,
    private readonly knowledge: KnowledgeBase,
    private readonly recorder: Recorder,
  ) {}

  /** Clusters of a period, the most asked first; `total` is the sum of their counts. */
  async list(query: HotQuestionsQuery): Promise<HotQuestionsView> {
    const { fromOn, untilOn } = query;
    const period = periodOf(query);
    const computedAt = await this.clustering.freshen();
    const found = await this.counts.perCluster(period, query.q);
    const [count, id] = readCursor(query.cursor, 0, '') ?? [Number.POSITIVE_INFINITY, ''];
    const limit = limitOf(query);
    const rest = found.filter((one) => one.count < count || (one.count === count && one.id > id));
    const shown = rest.slice(0, limit);
    const last = shown.at(-1);
    return {
      fromOn,
      untilOn,
      total: found.reduce((sum, one) => sum + one.count, 0),
      items: await this.views(period, shown),
      nextCursor: rest.length > limit && last ? cursorOf(last.count, last.id) : null,
      computedAt,
    };
  }

  /** The questions and searches of one cluster in a period, the latest first. */
  async entries(ctx: Context, id: string, query: HotQuestionEntriesQuery): Promise<Page<HotQuestionEntryView>> {
    const period = periodOf(query);
    const clusterId = await this.clusters.resolve(id);
    if (clusterId === undefined) throw new AppError('request.not_found');
    await this.recorder.viewed(ctx, { kind: 'HotQuestionViewed', subjectKind: 'hotQuestion', subjectId: clusterId });
    const limit = limitOf(query);
    const rows = await this.counts.entries(clusterId, period, readCursor(query.cursor, 0, ''), limit + 1);
    return pageOf(rows, limit, (row) => [row.at, row.id], entryView);
  }

  private async views(period: Period, clusters: readonly ClusterCount[]): Promise<HotQuestionView[]> {
    const trends = await this.counts.perWeek(
      clusters.map(({ id }) => id),
      period,
    );
    const weeks = isoWeeksBetween(period.from, period.until - 1);
    return clusters.map((cluster) => ({
      ...cluster,
      coveredBy: this.coveredBy(cluster.name),
      trend: weeks.map((week) => ({ week, count: trends.get(cluster.id)?.get(week) ?? 0 })),
    }));
  }

  /** Looked up once for each name, until the knowledge base or the day changes. */
  private coveredBy(name: string): HotQuestionView['coveredBy'] {
    const { edition } = this.knowledge;
    if (this.covered.edition !== edition) this.covered = { edition, byName: new Map() };
    const known = this.covered.byName.get(name);
    if (known !== undefined) return known;
    const found = this.knowledge.covering(name) ?? null;
    this.covered.byName.set(name, found);
    return found;
  }
}

const entryView = (row: QuestionEntryRow): HotQuestionEntryView => ({
  id: row.id,
  kind: row.kind,
  text: row.text,
  at: row.at,
  helpRequestId: row.kind === 'question' ? row.id : null,
  referenceNo: row.referenceNo,
  answered: row.answered,
  resultCount: row.resultCount,
});
