import { LiveFeed } from './live-feed.js';
import { OutboxWorker } from './outbox.js';

/** Said after each commit that may have left events: delivery starts at once instead of at the next look. */
export class CommitSignal {
  private due = false;

  constructor(
    private readonly worker: OutboxWorker,
    private readonly feed: LiveFeed,
  ) {}

  tell(): void {
    if (this.due) return;
    this.due = true;
    setImmediate(() => {
      this.due = false;
      this.worker.nudge();
      this.feed.nudge();
    });
  }
}
