import type { Worker } from 'node:worker_threads';

export type JobFailure = 'busy' | 'timeout' | 'crashed' | 'closed';

export class JobFailedError extends Error {
  override readonly name = 'JobFailedError';

  constructor(
    readonly why: JobFailure,
    cause?: unknown,
  ) {
    super(`job ${why}`, { cause });
  }
}

export interface JobWorkerOptions {
  /** Starts the thread; it answers each message with one message. */
  start: () => Worker;
  /** A job that takes longer is given up and its thread ended. */
  timeoutMs: number;
  /** Jobs that may wait; one more is refused as `busy`. */
  maxWaiting: number;
}

interface Task<Job, Result> {
  job: Job;
  resolve: (result: Result) => void;
  reject: (error: JobFailedError) => void;
}

/**
 * One thread that takes jobs one after the other. It starts with the first job, is replaced after a crash or a time-out,
 * and keeps the process alive only while it works.
 */
export class JobWorker<Job, Result> {
  readonly #waiting: Task<Job, Result>[] = [];
  #current?: Task<Job, Result>;
  #timer?: NodeJS.Timeout;
  #worker?: Worker;
  #closed = false;

  constructor(private readonly options: JobWorkerOptions) {}

  /** @throws JobFailedError */
  run(job: Job): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new JobFailedError('closed'));
      if (this.#waiting.length >= this.options.maxWaiting) return reject(new JobFailedError('busy'));
      this.#waiting.push({ job, resolve, reject });
      this.#next();
    });
  }

  /** Ends the thread; jobs under way and waiting fail. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const task of this.#waiting.splice(0)) task.reject(new JobFailedError('closed'));
    await this.#discard('closed');
  }

  #next(): void {
    if (this.#current) return;
    this.#current = this.#waiting.shift();
    if (!this.#current) return;
    const worker = (this.#worker ??= this.#spawn());
    worker.ref();
    this.#timer = setTimeout(() => void this.#discard('timeout'), this.options.timeoutMs);
    worker.postMessage(this.#current.job);
  }

  #spawn(): Worker {
    const worker = this.options.start();
    const failed = (cause?: unknown) => {
      if (worker === this.#worker) void this.#discard('crashed', cause);
    };
    worker.on('message', (result: Result) => {
      if (worker !== this.#worker) return;
      worker.unref();
      this.#finish()?.resolve(result);
      this.#next();
    });
    worker.on('error', failed);
    worker.on('exit', failed);
    return worker;
  }

  async #discard(why: JobFailure, cause?: unknown): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#finish()?.reject(new JobFailedError(why, cause));
    if (!this.#closed) this.#next();
    await worker?.terminate();
  }

  #finish(): Task<Job, Result> | undefined {
    clearTimeout(this.#timer);
    const task = this.#current;
    this.#current = undefined;
    return task;
  }
}
