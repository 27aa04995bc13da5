import { Injectable } from '@nestjs/common';
import type {
  DeflectionEntriesQuery,
  DeflectionEntryView,
  DeflectionsQuery,
  DeflectionsView,
  Page,
} from '@yiyun/shared';
import type { Context } from '../../platform/http/context.js';
import { limitOf, pageOf, readCursor } from '../../platform/http/paging.js';
import { Deflections } from '../help/index.js';
import { Recorder } from '../records/index.js';
import { periodOf } from './domain/period.js';

/** What the answers shown before asking have saved. Every number opens what it counts (I3). */
@Injectable()
export class DeflectionsService {
  constructor(
    private readonly deflections: Deflections,
    private readonly recorder: Recorder,
  ) {}

  async count({ fromOn, untilOn }: DeflectionsQuery): Promise<DeflectionsView> {
    return { fromOn, untilOn, counts: await this.deflections.count(periodOf({ fromOn, untilOn })) };
  }

  async entries(ctx: Context, query: DeflectionEntriesQuery): Promise<Page<DeflectionEntryView>> {
    const { outcome } = query;
    const period = periodOf(query);
    await this.recorder.viewed(ctx, { kind: 'DeflectionsViewed', subjectKind: 'deflections', subjectId: outcome });
    const limit = limitOf(query);
    const found = await this.deflections.list(outcome, period, readCursor(query.cursor, 0, ''), limit + 1);
    return pageOf(
      found,
      limit,
      ({ at, id }) => [at, id],
      (entry) => entry,
    );
  }
}
