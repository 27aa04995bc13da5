const TOLERANCE_MS = 5_000;

/**
 * The present instant on a terminal, in ms UTC, by the server's clock as far as it is known from the server's answers.
 * Terminals that are set wrong by more than five seconds are put right, so that a place that is held for ten minutes is
 * not shown as lost.
 */
export class ServerClock {
  /** How far the server is ahead of the terminal; 0 while the two agree. */
  private aheadMs = 0;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly read: () => number) {}

  now(): number {
    return this.timeOf(this.read());
  }

  /** What an instant by the terminal's own clock is by this one. */
  timeOf(terminalMs: number): number {
    return terminalMs + this.aheadMs;
  }

  /** Calls back whenever the clock is put right; gives what ends it. */
  onSet(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** The server said `at` at some moment since `sentAt`, which is when it was asked, by this clock. */
  learn(at: number, sentAt: number): void {
    const arrivedAt = this.now();
    if (at >= sentAt - TOLERANCE_MS && at <= arrivedAt + TOLERANCE_MS) return;
    const aheadMs = this.aheadMs + at - (sentAt + arrivedAt) / 2;
    this.aheadMs = Math.abs(aheadMs) > TOLERANCE_MS ? Math.round(aheadMs) : 0;
    for (const listener of this.listeners) listener();
  }

  /** The same from the header `Date` of an answer; without one nothing is learnt. */
  learnFrom(date: string | null | undefined, sentAt: number): void {
    const at = Date.parse(date ?? '');
    if (!Number.isNaN(at)) this.learn(at, sentAt);
  }
}
