import { Clock } from '../platform/clock.js';

/** A clock that is moved from act to act of a story, always forward. */
export class SeedClock extends Clock {
  constructor(private instant: number) {
    super();
  }

  override now(): number {
    return this.instant;
  }

  /** Stays where it is when `instant` has passed already. */
  advanceTo(instant: number): void {
    this.instant = Math.max(this.instant, instant);
  }
}
