import { localDateOf } from '@yiyun/shared';
import { In, IsNull } from 'typeorm';
import type { Clock } from '../../../platform/clock.js';
import type { Database } from '../../../platform/database/database.js';
import { Snapshot } from '../../../platform/database/snapshot.js';
import { KnowledgeItemRow } from '../storage/knowledge.entities.js';
import { type KnowledgeHit, KnowledgeIndex, type KnowledgeItem } from './knowledge-index.js';

const PAGE = 500;

/** The knowledge base in memory: articles that hold today, and the questions that were made public. */
export class KnowledgeBase {
  private constructor(
    private readonly snapshot: Snapshot<KnowledgeIndex>,
    private readonly clock: Clock,
  ) {}

  /** Reads everything; later changes of any instance are read one by one. */
  static async open(db: Database, clock: Clock, onFault: (error: unknown) => void): Promise<KnowledgeBase> {
    const index = new KnowledgeIndex();
    const source = {
      stamp: async () => {
        const [row] = await db.read.query<{ items: number | string; versions: number | string | null }[]>(
          'SELECT COUNT(*) AS items, SUM(version) AS versions FROM knowledge_item',
        );
        return `${row?.items} ${row?.versions}`;
      },
      load: async () => {
        await bringUpToDate(index, db);
        return index;
      },
    };
    return new KnowledgeBase(await Snapshot.open(source, onFault), clock);
  }

  /** All that hold today: articles first, then questions, the newest first. */
  all(): readonly KnowledgeItem[] {
    return this.snapshot.value.on(this.today());
  }

  /** undefined also for an article that doesn't hold today. */
  find(id: string): KnowledgeItem | undefined {
    return this.snapshot.value.find(id, this.today());
  }

  /** The likest to a question or search, best first. */
  search(text: string, options: { limit: number; minScore: number }): KnowledgeHit[] {
    return this.snapshot.value.search(text, this.today(), options);
  }

  /** The article or public answer that answers such a question, if there is one. */
  covering(question: string): { id: string; question: string } | undefined {
    const item = this.snapshot.value.covering(question, this.today());
    return item && { id: item.id, question: item.question };
  }

  /** Changes whenever what it answers may change: with what is public, and with the day. */
  get edition(): string {
    return `${this.today()} ${this.snapshot.value.changes}`;
  }

  /** To be called after a change was committed. */
  refresh(): Promise<void> {
    return this.snapshot.refresh();
  }

  close(): Promise<void> {
    return this.snapshot.close();
  }

  private today(): string {
    return localDateOf(this.clock.now());
  }
}

async function bringUpToDate(index: KnowledgeIndex, db: Database): Promise<void> {
  const stored = await db.read.query<{ id: string; version: number | string }[]>(
    'SELECT id, version FROM knowledge_item WHERE withdrawnAt IS NULL',
  );
  const held = index.versions();
  const live = new Set(stored.map(({ id }) => id));
  for (const id of held.keys()) if (!live.has(id)) index.remove(id);
  const changed = stored.filter(({ id, version }) => held.get(id) !== Number(version)).map(({ id }) => id);
  for (let from = 0; from < changed.length; from += PAGE) {
    const ids = changed.slice(from, from + PAGE);
    for (const row of await db.read.findBy(KnowledgeItemRow, { id: In(ids), withdrawnAt: IsNull() })) index.put(row);
  }
}
