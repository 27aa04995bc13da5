import type { LiveEvent } from '@yiyun/shared';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import { firstIdAt } from '../ids.js';
import type { DomainEvent } from './domain-event.js';

export type LiveListener = (id: string, event: LiveEvent) => void;

const LOOK_EVERY_MS = 500;
/** A transaction may commit an older id after a newer one was seen; look back this far and skip what was seen. */
const OVERLAP_MS = 5_000;

/**
 * Tells this instance's listeners what any instance committed, by reading the tail of the outbox; so a console sees the
 * booking that another server took, without another piece of infrastructure.
 */
export class LiveFeed {
  private readonly listeners = new Set<LiveListener>();
  private readonly seen = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private looking = false;

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
    this.timer = undefined;
  }

  private start(): void {
    this.seen.clear();
    const startedAt = this.clock.now();
    this.timer = setInterval(() => void this.look(startedAt), LOOK_EVERY_MS);
    this.timer.unref();
  }

  /** Called after a commit, so that this instance's own events arrive at once. */
  nudge(): void {
    if (this.timer) void this.look(this.clock.now() - OVERLAP_MS);
  }

  private async look(startedAt: number): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      const since = Math.max(startedAt - 1000, this.clock.now() - OVERLAP_MS);
      const rows = await this.db.read.query<{ id: string; payload: string }[]>(
        'SELECT id, payload FROM outbox WHERE id >= ? ORDER BY id LIMIT 1000',
        [firstIdAt(since)],
      );
      for (const row of rows) this.tell(row.id, JSON.parse(row.payload) as DomainEvent);
      this.forget(since);
    } catch (error) {
      this.onFault(error);
    } finally {
      this.looking = false;
    }
  }

  private tell(id: string, event: DomainEvent): void {
    if (this.seen.has(id)) return;
    this.seen.set(id, event.at);
    const { type, hallId, subjectKind, subjectId, at } = event;
    for (const listener of this.listeners) listener(id, { type, hallId, subjectKind, subjectId, at });
  }

  private forget(before: number): void {
    for (const [id, at] of this.seen) if (at < before - OVERLAP_MS) this.seen.delete(id);
  }
}
