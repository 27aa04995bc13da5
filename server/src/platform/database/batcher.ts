import { AppError } from '@yiyun/shared';

interface Waiting<I, O> {
  input: I;
  resolve: (output: O) => void;
  reject: (error: unknown) => void;
}

/** How long a batch waits at most for as many inputs as the one before it had. */
const GATHER_MS = 3;

/**
 * Group commit: what arrives while one batch is being written is written together as the next. Idle, an input is written
 * at once. Under load those who were answered ask again a moment later: a batch waits that moment for them, because its
 * round trips cost the same for three as for sixty. Past `maxDepth` waiting inputs it answers that the server is busy
 * instead of letting everybody wait.
 */
export class Batcher<I, O> {
  private waiting: Waiting<I, O>[] = [];
  private running = 0;
  private lastSize = 1;
  private isEnough: (() => void) | undefined;

  constructor(
    private readonly write: (inputs: I[]) => Promise<O[]>,
    private readonly options: { lanes: number; maxBatch: number; maxDepth: number },
  ) {}

  get depth(): number {
    return this.waiting.length;
  }

  add(input: I): Promise<O> {
    if (this.waiting.length >= this.options.maxDepth) {
      const busy = new AppError('server.busy');
      busy.retryAfterSeconds = 2;
      return Promise.reject(busy);
    }
    return new Promise<O>((resolve, reject) => {
      this.waiting.push({ input, resolve, reject });
      if (this.waiting.length >= this.lastSize) this.isEnough?.();
      if (this.running < this.options.lanes) {
        this.running++;
        setImmediate(() => void this.pump());
      }
    });
  }

  private async pump(): Promise<void> {
    while (this.waiting.length > 0) {
      if (this.waiting.length < this.lastSize) await this.gather();
      const batch = this.waiting.splice(0, this.options.maxBatch);
      await this.settle(batch);
      this.lastSize = batch.length;
    }
    this.running--;
  }

  private async gather(): Promise<void> {
    await new Promise<void>((resolve) => {
      const late = setTimeout(resolve, GATHER_MS);
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
