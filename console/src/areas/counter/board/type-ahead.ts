/**
 * Presses that come faster than the server answers: one act runs at a time, and the last one pressed meanwhile is kept
 * and done after it. After a failure what was kept is dropped: one reads first what has happened.
 */
export class TypeAhead<Act> {
  private isRunning = false;
  private kept?: Act;

  /** `run` does the act; false (or a failure) says that it was not done. */
  constructor(private readonly run: (act: Act) => Promise<boolean>) {}

  /** Does the act now, or after the one that runs. */
  async press(act: Act): Promise<void> {
    if (this.isRunning) {
      this.kept = act;
      return;
    }
    this.isRunning = true;
    let next: Act | undefined = act;
    try {
      while (next !== undefined) {
        this.kept = undefined;
        const isDone: boolean = await this.run(next);
        next = isDone ? this.kept : undefined;
      }
    } finally {
      this.isRunning = false;
    }
  }
}
