import { Injectable } from '@nestjs/common';
import type { MatterListQuery, MatterSummaryView, MatterView, Page } from '@yiyun/shared';
import { cursorOf, limitOf, readCursor } from '../../platform/http/paging.js';
import { Phrases } from '../records/index.js';
import { Matters } from './matters.js';
import { matterViewOf, summaryViewOf } from './storage/matter.view.js';

@Injectable()
export class MattersService {
  constructor(
    private readonly matters: Matters,
    phrases: Phrases,
  ) {
    phrases.teach({
      MatterPublished: (facts) => `事项“${String(facts.name)}”列入办事目录`,
      MatterRevised: (facts) => `事项“${String(facts.name)}”的办事指南有更新（第${String(facts.version)}版）`,
    });
  }

  /** Categories in the order of the catalogue, with the number of matters in each. */
  async categories(): Promise<{ name: string; count: number }[]> {
    const counts = new Map<string, number>();
    for (const { category } of this.matters.all()) counts.set(category, (counts.get(category) ?? 0) + 1);
    return [...counts].map(([name, count]) => ({ name, count }));
  }

  async list(query: MatterListQuery): Promise<Page<MatterSummaryView>> {
    const [from] = readCursor(query.cursor, 0) ?? [0];
    const until = from + limitOf(query);
    const found = this.matters
      .search(query.q ?? '')
      .filter((matter) => query.category === undefined || matter.category === query.category);
    return {
      items: found.slice(from, until).map(summaryViewOf),
      nextCursor: until < found.length ? cursorOf(until) : null,
    };
  }

  async get(matterId: string): Promise<MatterView> {
    return matterViewOf(this.matters.get(matterId));
  }
}
