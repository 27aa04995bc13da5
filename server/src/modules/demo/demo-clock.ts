import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MovableClock } from '../../platform/clock.js';

/**
 * The time of the demonstration: it can be put forward to when the halls are open, so that a hall can be run at night and
 * a day need not last a day. How far it is ahead outlives the program, or what was recorded would lie in the future.
 */
export class DemoClock extends MovableClock {
  private constructor(
    private readonly file: string,
    private aheadMs: number,
  ) {
    super();
  }

  /** With what was kept in the folder of the demonstration's data. */
  static open(dataDir: string): DemoClock {
    const file = join(dataDir, 'demo-clock.json');
    return new DemoClock(file, read(file));
  }

  override now(): number {
    return Date.now() + this.aheadMs;
  }

  override advance(ms: number): void {
    const aheadMs = this.aheadMs + ms;
    mkdirSync(join(this.file, '..'), { recursive: true });
    writeFileSync(`${this.file}.new`, JSON.stringify({ aheadMs }), { flush: true });
    renameSync(`${this.file}.new`, this.file);
    this.aheadMs = aheadMs;
  }
}

function read(file: string): number {
  try {
    const { aheadMs } = JSON.parse(readFileSync(file, 'utf8')) as { aheadMs: number };
    return aheadMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}
