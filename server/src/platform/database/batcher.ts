import { AppError } from '@yiyun/shared';

interface Waiting<I, O> {
  input: I;
  resolve: (output: O) => void;
  reject: (error: unknown) => void;
}

interface Limits {
  /** Batches written at once. */
  lanes: number;
  maxBatch: number;
  /** Inputs that may wait. */
  maxDepth: number;
  /** How long a batch waits at most, in milliseconds, for as many inputs as the one before it had; with one lane only. */
  gatherMs?: number;
}

/**
 * Group commit: what arrives while one batch is being written is written together as the next. Idle, an input is written
 * at once; under load, batches grow by themselves. Those who were answered together ask again a moment later: with
 * `gatherMs` the next batch waits that moment for them, because its round trips cost the same for three as for sixty.
 * Past `maxDepth` waiting inputs it answers that the server is busy instead of letting everybody wait.
 */
export class Batcher<I, O> {
  private waiting: Waiting<I, O>[] = [];
  private running = 0;
  private lastSize = 1;
  private isEnough: (() => void) | undefined;

  constructor(
    private readonly write: (inputs: I[]) => Promise<O[]>,
    private readonly limits: Limits,
  ) {}

  get depth(): number {
    return this.waiting.length;
  }

  add(input: I): Promise<O> {
    if (this.waiting.length >= this.limits.maxDepth) {
      const busy = new AppError('server.busy');
      busy.retryAfterSeconds = 2;
      return Promise.reject(busy);
    }
    return new Promise<O>((resolve, reject) => {
      this.waiting.push({ input, resolve, reject });
      if (this.waiting.length >= this.lastSize) this.isEnough?.();
      if (this.running < this.limits.lanes) {
        this.running++;
        setImmediate(() => void this.pump());
      }
    });
  }

  private async pump(): Promise<void> {
    while (this.waiting.length > 0) {
      if (this.limits.gatherMs && this.waiting.length < this.lastSize) await this.gather(this.limits.gatherMs);
      const batch = this.waiting.splice(0, this.limits.maxBatch);
      await this.settle(batch);
      this.lastSize = batch.length;
    }
    this.running--;
  }

  private async gather(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, ms);
      this.isEnough = () => {
        clearTimeout(late);
        resolve();
      };
    });
    this.isEnough = undefined;
  }

  /** A batch that fails is halved until the one input at fault stands alone: it can't fail its neighbours. */
  private async settle(batch: Waiting<I, O>[]): Promise<void> {
    try {
      const outputs = await this.write(batch.map((w) => w.input));
      batch.forEach((w, i) => w.resolve(outputs[i] as O));
    } catch (error) {
      if (batch.length === 1) {
        batch[0]?.reject(error);
        return;
      }
      const half = batch.length >> 1;
      await this.settle(batch.slice(0, half));
      await this.settle(batch.slice(half));
    }
  }
}
