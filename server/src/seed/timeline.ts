import { AppError } from '@yiyun/shared';
import type { SeedClock } from './seed-clock.js';

interface Planned {
  at: number;
  serial: number;
  act(): Promise<void>;
}

const before = (a: Planned, b: Planned): boolean => a.at < b.at || (a.at === b.at && a.serial < b.serial);

/**
 * A story as acts, each at its instant: whatever is planned is done in the order of time, and an act may plan others.
 * The order depends on nothing but the plan.
 */
export class Timeline {
  /** Refusals met on the way, by code: a slot was full, an appointment already booked. People meet them too. */
  readonly refusals = new Map<string, number>();
  /** How much was done so far. */
  acts = 0;
  private readonly heap: Planned[] = [];
  private serial = 0;

  constructor(private readonly clock: SeedClock) {}

  /** Plans an act; one that lies in the past by now is done next. */
  plan(at: number, act: () => Promise<void>): void {
    this.heap.push({ at, serial: this.serial++, act });
    this.up(this.heap.length - 1);
  }

  /** Does everything planned before `until`; what is planned for later never happens. */
  async run(until: number, onAct: (at: number) => void = () => undefined): Promise<void> {
    for (let next = this.heap[0]; next && next.at < until; next = this.heap[0]) {
      this.dropFirst();
      this.clock.advanceTo(next.at);
      this.acts++;
      await next.act().catch((error: unknown) => this.refused(error));
      onAct(next.at);
    }
  }

  private refused(error: unknown): void {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    this.refusals.set(error.code, (this.refusals.get(error.code) ?? 0) + 1);
  }

  private dropFirst(): void {
    const last = this.heap.pop() as Planned;
    if (this.heap.length === 0) return;
    this.heap[0] = last;
    this.down(0);
  }

  private up(place: number): void {
    for (let at = place; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.swapUnless(parent, at)) return;
      at = parent;
    }
  }

  private down(place: number): void {
    for (let at = place; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const [a, b] = [this.heap[left], this.heap[right]];
      if (!a) return;
      const child = b && before(b, a) ? right : left;
      if (!this.swapUnless(at, child)) return;
      at = child;
    }
  }

  /** Puts the two in order; true when they had to change places. */
  private swapUnless(parent: number, child: number): boolean {
    const [a, b] = [this.heap[parent] as Planned, this.heap[child] as Planned];
    if (before(a, b)) return false;
    this.heap[parent] = b;
    this.heap[child] = a;
    return true;
  }
}
