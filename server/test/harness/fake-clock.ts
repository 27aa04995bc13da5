import { instantAt } from '@yiyun/shared';
import { MovableClock } from '../../src/platform/clock.js';

/** A clock that stands still until a test moves it. Starts on Monday 2026-11-23 at 09:30 in Ningbo. */
export class FakeClock extends MovableClock {
  private instant = instantAt('2026-11-23', 9 * 60 + 30);

  override now(): number {
    return this.instant;
  }

  /** Moves to a local date and minute of the day. */
  set(date: string, minutes: number): void {
    this.instant = instantAt(date, minutes);
  }

  override advance(ms: number): void {
    this.instant += ms;
  }
}
