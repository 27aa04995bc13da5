import type { LiveEvent } from '@yiyun/shared';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import { list } from '../database/sql.js';
import { firstIdAt } from '../ids.js';
import type { DomainEvent } from './domain-event.js';

export type LiveListener = (id: string, event: LiveEvent) => void;

const LOOK_EVERY_MS = 500;
/** Between two looks that commits ask for: one look tells what all of them left. */
const PACE_MS = 100;
/** A transaction may commit an older id after a newer one was seen; look back this far and skip what was seen. */
const OVERLAP_MS = 5_000;
const PAGE = 500;

/**
 * Tells this instance's listeners what any instance committed, by reading the tail of the outbox; so a console sees the
 * booking that another server took, without another piece of infrastructure.
 */
export class LiveFeed {
  private readonly listeners = new Set<LiveListener>();
  private readonly seen = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private startedAt = 0;
  private looking = false;
  private lookedAt = 0;
  private soon: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly onFault: (error: unknown) => void,
  ) {}

  /** Returns a function that ends the subscription. Nobody listening costs no query. */
  listen(listener: LiveListener): () => void {
    this.listeners.add(listener);
    if (!this.timer) this.start();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.stop();
    };
  }

  get listenerCount(): number {
    return this.listeners.size;
  }

  stop(): void {
    clearInterval(this.timer);
    clearTimeout(this.soon);
    this.timer = this.soon = undefined;
  }

  private start(): void {
    this.seen.clear();
    this.startedAt = this.clock.now();
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  /** Called after a commit, so that this instance's own events arrive at once. */
  nudge(): void {
    if (!this.timer || this.soon) return;
    const wait = Math.max(0, this.lookedAt + PACE_MS - performance.now());
    this.soon = setTimeout(() => {
      this.soon = undefined;
      if (this.looking) this.nudge();
      else void this.look();
    }, wait);
    this.soon.unref();
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    this.lookedAt = performance.now();
    try {
      const since = Math.max(this.startedAt - 1000, this.clock.now() - OVERLAP_MS);
      const rows = await this.db.read.query<{ id: string }[]>('SELECT id FROM outbox WHERE id >= ? ORDER BY id', [
        firstIdAt(since),
      ]);
      const fresh = rows.map(({ id }) => id).filter((id) => !this.seen.has(id));
      for (let from = 0; from < fresh.length; from += PAGE) await this.tellAll(fresh.slice(from, from + PAGE));
      this.forget(since);
    } catch (error) {
      this.onFault(error);
    } finally {
      this.looking = false;
    }
  }

  private async tellAll(ids: string[]): Promise<void> {
    const rows = await this.db.read.query<{ id: string; payload: string }[]>(
      `SELECT id, payload FROM outbox WHERE id IN (${list(ids.length)}) ORDER BY id`,
      ids,
    );
    for (const { id, payload } of rows) this.tell(id, JSON.parse(payload) as DomainEvent);
  }

  private tell(id: string, event: DomainEvent): void {
    this.seen.set(id, event.at);
    const { type, hallId, subjectKind, subjectId, at } = event;
    for (const listener of this.listeners) listener(id, { type, hallId, subjectKind, subjectId, at });
  }

  private forget(before: number): void {
    for (const [id, at] of this.seen) if (at < before - OVERLAP_MS) this.seen.delete(id);
  }
}
