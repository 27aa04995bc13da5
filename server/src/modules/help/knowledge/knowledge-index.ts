import type { LocalDate } from '@yiyun/shared';
import { QuestionIndex } from '../../../platform/text/question-index.js';
import type { KnowledgeItemRow } from '../storage/knowledge.entities.js';

export type KnowledgeItem = Omit<KnowledgeItemRow, 'publishedAt' | 'withdrawnAt'>;
export interface KnowledgeHit {
  item: KnowledgeItem;
  /** 0–1 */
  score: number;
}

/** What scores less is about something else, mostly: see the measurement in the spec. */
const COVERS_FROM = 0.35;

const isValidOn = ({ validFrom, validUntil }: KnowledgeItem, day: LocalDate): boolean =>
  (validFrom === null || validFrom <= day) && (validUntil === null || day <= validUntil);

/** Articles by their place, then questions, the newest answer first. */
function inOrder(a: KnowledgeItem, b: KnowledgeItem): number {
  if (a.kind !== b.kind) return a.kind === 'article' ? -1 : 1;
  return a.position - b.position || (b.answeredAt ?? 0) - (a.answeredAt ?? 0) || (a.id < b.id ? -1 : 1);
}

/** Everything public, in memory. Only what holds on the day that is asked about is ever found. */
export class KnowledgeIndex {
  /** How often something was put in or removed. */
  changes = 0;
  private readonly items = new Map<string, KnowledgeItem>();
  private readonly index = new QuestionIndex();
  private readonly indexed = new Set<string>();
  private valid: readonly KnowledgeItem[] = [];
  private day: LocalDate | undefined;

  /** Versions by id, to find out what has changed. */
  versions(): ReadonlyMap<string, number> {
    return new Map([...this.items].map(([id, { version }]) => [id, version]));
  }

  put(item: KnowledgeItem): void {
    this.remove(item.id);
    this.items.set(item.id, item);
  }

  remove(id: string): void {
    this.items.delete(id);
    this.leaveOut(id);
    this.day = undefined;
    this.changes++;
  }

  /** All that hold on the day, in order. */
  on(day: LocalDate): readonly KnowledgeItem[] {
    if (day !== this.day) this.turnTo(day);
    return this.valid;
  }

  find(id: string, day: LocalDate): KnowledgeItem | undefined {
    const item = this.items.get(id);
    return item && isValidOn(item, day) ? item : undefined;
  }

  /** The likest, best first. */
  search(text: string, day: LocalDate, options: { limit: number; minScore: number }): KnowledgeHit[] {
    this.on(day);
    return this.index
      .query(text, options)
      .map(({ id, score }) => ({ item: this.items.get(id) as KnowledgeItem, score }));
  }

  /** What answers such a question, if anything does. */
  covering(question: string, day: LocalDate): KnowledgeItem | undefined {
    return this.search(question, day, { limit: 1, minScore: COVERS_FROM })[0]?.item;
  }

  private turnTo(day: LocalDate): void {
    this.valid = [...this.items.values()].filter((item) => isValidOn(item, day)).sort(inOrder);
    for (const id of Array.from(this.indexed)) if (!this.find(id, day)) this.leaveOut(id);
    for (const item of this.valid) {
      if (this.indexed.has(item.id)) continue;
      this.index.add(item.id, item);
      this.indexed.add(item.id);
    }
    this.day = day;
  }

  private leaveOut(id: string): void {
    this.index.remove(id);
    this.indexed.delete(id);
  }
}
