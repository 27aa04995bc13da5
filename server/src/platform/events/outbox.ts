import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@yiyun/shared';
import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import { insertSql, list } from '../database/sql.js';
import { newId } from '../ids.js';
import type { DomainEvent, NewEvent } from './domain-event.js';

type Query = (sql: string, parameters: unknown[]) => Promise<unknown>;
const COLUMNS = ['id', 'type', 'payload', 'leaseUntil', 'leaseOwner', 'attempts', 'doneAt'] as const;

/** Writes events in the caller's transaction. */
export async function appendEvents(query: Query, at: number, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const values = events.flatMap((event) => {
    const id = newId(at);
    const payload: DomainEvent = { data: {}, citizenId: null, ...event, id, at };
    return [id, event.type, JSON.stringify(payload), 0, '', 0, 0];
  });
  await query(insertSql('outbox', COLUMNS, events.length), values);
}

export type EventHandler = (event: DomainEvent) => Promise<void>;

/** Who listens to which event. Handlers may be called twice with the same event and must then do nothing. */
export class EventHandlers {
  private readonly byType = new Map<string, EventHandler[]>();

  on(types: string | readonly string[], handler: EventHandler): void {
    for (const type of typeof types === 'string' ? [types] : types) {
      this.byType.set(type, [...(this.byType.get(type) ?? []), handler]);
    }
  }

  of(type: string): readonly EventHandler[] {
    return this.byType.get(type) ?? [];
  }
}

const LEASE_MS = 30_000;
const BATCH = 1000;
/** Handlers at work at once: those that write in groups then have a group to write. */
const SIDE_BY_SIDE = 500;
/** From one turn to the next: what is committed meanwhile is delivered together, and bookings keep the disk. */
const PACE_MS = 300;
/** The same while so many events come in a turn: whoever books now comes before messages about what is booked. */
const MANY = 100;
const BUSY_PACE_MS = 1_000;
/** Waits of 1 s, 2 s, 4 s … up to an hour between tries of an event whose handler fails. */
const backoffMs = (attempts: number): number => Math.min(3_600_000, 1000 * 2 ** Math.min(attempts, 12));

interface LeasedRow {
  id: string;
  type: string;
  payload: string;
  attempts: number;
}
interface Leased {
  event: DomainEvent;
  attempts: number;
}

/**
 * Delivers what transactions left in the outbox, at least once, with any number of instances at work. A lease instead of
 * SKIP LOCKED: it means the same on SQLite, MariaDB, Galera and TiDB, and a dead instance's work comes back by itself.
 */
export class OutboxWorker {
  private stopped = false;
  private loop: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;
  private isNudged = false;

  constructor(
    private readonly db: Database,
    private readonly handlers: EventHandlers,
    private readonly clock: Clock,
    private readonly onFault: (event: { id: string; type: string }, error: unknown) => void,
  ) {}

  start(idleMs = 250): void {
    this.loop = this.work(idleMs);
  }

  /** Called after a commit that left events, so that nobody waits for the next look. */
  nudge(): void {
    this.isNudged = true;
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.nudge();
    await this.loop;
  }

  /** Delivers one batch; returns how many events were taken. */
  async turn(): Promise<number> {
    const leased = await this.lease();
    const done = await this.deliverAll(leased);
    if (done.length > 0) {
      await this.db.change(`UPDATE outbox SET doneAt = ? WHERE id IN (${list(done.length)})`, [
        this.clock.now(),
        ...done,
      ]);
    }
    return leased.length;
  }

  private async lease(): Promise<Leased[]> {
    const now = this.clock.now();
    const due = await this.db.read.query<{ id: string }[]>(
      `SELECT id FROM outbox WHERE doneAt = 0 AND leaseUntil < ? ORDER BY doneAt, leaseUntil, id LIMIT ${BATCH}`,
      [now],
    );
    if (due.length === 0) return [];
    const ids = due.map((r) => r.id);
    const owner = newId(now);
    await this.db.change(
      `UPDATE outbox SET leaseUntil = ?, leaseOwner = ?, attempts = attempts + 1 WHERE id IN (${list(ids.length)}) AND doneAt = 0 AND leaseUntil < ?`,
      [now + LEASE_MS, owner, ...ids, now],
    );
    const rows = await this.db.read.query<LeasedRow[]>(
      `SELECT id, type, payload, attempts FROM outbox WHERE id IN (${list(ids.length)}) AND leaseOwner = ? ORDER BY id`,
      [...ids, owner],
    );
    return rows.map(({ payload, attempts }) => ({ event: JSON.parse(payload) as DomainEvent, attempts }));
  }

  /** Delivers the events of one thing in their order, those of different things side by side; returns ids of those done. */
  private async deliverAll(leased: readonly Leased[]): Promise<string[]> {
    const bySubject = new Map<string, Leased[]>();
    for (const one of leased) {
      const { subjectId } = one.event;
      bySubject.set(subjectId, [...(bySubject.get(subjectId) ?? []), one]);
    }
    const waiting = [...bySubject.values()];
    const done: string[] = [];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        for (const one of next) if (await this.deliver(one)) done.push(one.event.id);
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
    return done;
  }

  private async deliver({ event, attempts }: Leased): Promise<boolean> {
    try {
      for (const handle of this.handlers.of(event.type)) await handle(event);
      return true;
    } catch (error) {
      if (!(error instanceof AppError)) this.onFault(event, error);
      await this.db.change('UPDATE outbox SET leaseUntil = ? WHERE id = ?', [
        this.clock.now() + backoffMs(attempts),
        event.id,
      ]);
      return false;
    }
  }

  private async work(idleMs: number): Promise<void> {
    while (!this.stopped) {
      let taken = 0;
      this.isNudged = false;
      try {
        taken = await this.turn();
      } catch (error) {
        this.onFault({ id: '', type: 'outbox' }, error);
      }
      if (taken === BATCH) continue;
      if (taken > 0) await sleep(taken < MANY ? PACE_MS : BUSY_PACE_MS);
      if (!this.isNudged) await this.idle(idleMs);
    }
  }

  private idle(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
