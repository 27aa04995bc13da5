import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Clock } from '../clock.js';
import { big, text } from '../database/columns.js';
import type { Database } from '../database/database.js';
import { isDuplicate } from '../database/database-errors.js';
import { newId } from '../ids.js';

/** Who runs a job now, and when it last ended well. */
@Entity('job')
export class JobRow {
  @PrimaryColumn(text(60)) name: string;
  @Column({ ...text(26), default: '' }) leaseOwner: string;
  @Column({ ...big, default: 0 }) leaseUntil: number;
  @Column({ ...big, default: 0 }) lastDoneAt: number;
}

export interface Job {
  name: string;
  everyMs: number;
  run(): Promise<void>;
}

const LEASE_MS = 120_000;

/** Recurring work that one instance at a time does. A dead instance's lease runs out and another takes over. */
export class Jobs {
  private readonly jobs: Job[] = [];
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly onFault: (job: string, error: unknown) => void,
  ) {}

  add(job: Job): void {
    this.jobs.push(job);
  }

  start(lookEveryMs = 5_000): void {
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.runDue());
    }, lookEveryMs);
    this.timer.unref();
    this.running = this.runDue();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Runs every job that is due and that no other instance is running. */
  async runDue(): Promise<void> {
    for (const job of this.jobs) {
      if (this.stopped) return;
      try {
        if (await this.lease(job)) {
          await job.run();
          await this.db.change("UPDATE job SET lastDoneAt = ?, leaseUntil = 0, leaseOwner = '' WHERE name = ?", [
            this.clock.now(),
            job.name,
          ]);
        }
      } catch (error) {
        this.onFault(job.name, error);
      }
    }
  }

  private async lease({ name, everyMs }: Job): Promise<boolean> {
    const now = this.clock.now();
    const [row] = await this.db.read.query<{ lastDoneAt: string | number; leaseUntil: string | number }[]>(
      'SELECT lastDoneAt, leaseUntil FROM job WHERE name = ?',
      [name],
    );
    if (!row) await this.create(name);
    else if (Number(row.lastDoneAt) + everyMs > now || Number(row.leaseUntil) > now) return false;
    const taken = await this.db.change(
      'UPDATE job SET leaseOwner = ?, leaseUntil = ? WHERE name = ? AND leaseUntil <= ? AND lastDoneAt <= ?',
      [newId(now), now + LEASE_MS, name, now, now - everyMs],
    );
    return taken === 1;
  }

  private async create(name: string): Promise<void> {
    try {
      await this.db.change("INSERT INTO job (name, leaseOwner, leaseUntil, lastDoneAt) VALUES (?, '', 0, 0)", [name]);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
}
