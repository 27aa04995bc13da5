import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from '@jest/globals';
import { JobWorker } from './job-worker.js';

/** Doubles numbers; `hang` never answers, `throw` and `exit` end the thread. */
const program = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', (job) => {
    if (job === 'hang') for (;;);
    if (job === 'throw') throw new Error('bad job');
    if (job === 'exit') process.exit(3);
    parentPort.postMessage(job * 2);
  });`;

let started = 0;
const worker = (options: { timeoutMs?: number; maxWaiting?: number } = {}) => {
  started = 0;
  const start = () => {
    started++;
    return new Worker(program, { eval: true, execArgv: [], stderr: true });
  };
  current = new JobWorker<number | string, number>({ start, timeoutMs: 2_000, maxWaiting: 10, ...options });
  return current;
};
let current: JobWorker<number | string, number>;
afterEach(() => current.close());

describe('JobWorker', () => {
  it('answers each job with its own result, in one thread', async () => {
    const jobs = worker();
    expect(await Promise.all([1, 2, 3].map((n) => jobs.run(n)))).toEqual([2, 4, 6]);
    expect(started).toBe(1);
  });

  it.each([
    ['throw', 'crashed'],
    ['exit', 'crashed'],
    ['hang', 'timeout'],
  ])('%s: fails the job as %s and does the next in a new thread', async (job, why) => {
    const jobs = worker();
    const [bad, good] = await Promise.allSettled([jobs.run(job), jobs.run(21)]);
    expect(bad).toMatchObject({ status: 'rejected', reason: { why } });
    expect([good, started]).toEqual([{ status: 'fulfilled', value: 42 }, 2]);
  });

  it('refuses one more than may wait', async () => {
    const jobs = worker({ maxWaiting: 2 });
    const results = await Promise.allSettled([1, 2, 3, 4].map((n) => jobs.run(n)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
    expect(results[3]).toMatchObject({ reason: { why: 'busy' } });
  });

  it('fails what is under way when it is closed, and takes nothing more', async () => {
    const jobs = worker();
    const pending = Promise.allSettled([jobs.run('hang'), jobs.run(1)]);
    await jobs.close();
    expect(await pending).toMatchObject([{ reason: { why: 'closed' } }, { reason: { why: 'closed' } }]);
    await expect(jobs.run(1)).rejects.toMatchObject({ why: 'closed' });
  });
});
