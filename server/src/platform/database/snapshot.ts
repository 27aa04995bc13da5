import { isAway } from './database-errors.js';

export interface SnapshotSource<T> {
  /** Changes whenever the data does; cheap to ask. */
  stamp(): Promise<string>;
  load(): Promise<T>;
}

const LOOK_EVERY_MS = 10_000;

/**
 * Small, much-read data kept in memory, so that reading it is synchronous. Whoever changes it calls `refresh` after the
 * commit; other instances see the change within ten seconds.
 */
export class Snapshot<T> {
  private tail: Promise<void> = Promise.resolve();
  private readonly timer: NodeJS.Timeout;

  private constructor(
    private readonly source: SnapshotSource<T>,
    private stamp: string,
    private current: T,
    onFault: (error: unknown) => void,
  ) {
    this.timer = setInterval(() => {
      this.refresh().catch((error: unknown) => {
        if (!isAway(error)) onFault(error);
      });
    }, LOOK_EVERY_MS);
    this.timer.unref();
  }

  static async open<T>(source: SnapshotSource<T>, onFault: (error: unknown) => void): Promise<Snapshot<T>> {
    return new Snapshot(source, await source.stamp(), await source.load(), onFault);
  }

  get value(): T {
    return this.current;
  }

  /** Loads again if the data changed; one after another, so that an older state never replaces a newer one. */
  refresh(): Promise<void> {
    const turn = this.tail.then(() => this.look());
    this.tail = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.tail;
  }

  private async look(): Promise<void> {
    const stamp = await this.source.stamp();
    if (stamp === this.stamp) return;
    this.current = await this.source.load();
    this.stamp = stamp;
  }
}
