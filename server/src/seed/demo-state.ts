import { existsSync, rmSync } from 'node:fs';
import { isMysqlUrl, openDataSource } from '../platform/database/data-source.js';
import type { Database } from '../platform/database/database.js';

/** Whether the demonstration's data is in a database. `other`: somebody's own data, or none was asked for. */
export type DemoState = 'empty' | 'unfinished' | 'underWay' | 'whole' | 'other';

/** The row among the jobs that tells how far the filling came: done when `lastDoneAt` is set. */
const JOB = 'fill-demo';
const fileOf = (url: string): string => url.replace(/^sqlite:/, '');

/** Looks without changing anything; a database that isn't there yet, or has no tables, is empty. */
export async function demoStateOf(url: string): Promise<DemoState> {
  if (!isMysqlUrl(url) && !existsSync(fileOf(url))) return 'empty';
  const source = await openDataSource(url, { entities: [], migrations: [] }, { readonly: true, pool: 2 });
  const q = source.createQueryRunner();
  try {
    if (!(await q.hasTable('job')) || !(await q.hasTable('citizen'))) return 'empty';
    const [job] = (await q.query('SELECT leaseOwner, lastDoneAt FROM job WHERE name = ?', [JOB])) as {
      leaseOwner: string;
      lastDoneAt: number | string;
    }[];
    if (job && Number(job.lastDoneAt) > 0) return 'whole';
    if (job) return isAtWork(Number(job.leaseOwner)) ? 'underWay' : 'unfinished';
    const known = (await q.query('SELECT id FROM citizen UNION ALL SELECT id FROM staff LIMIT 1')) as unknown[];
    return known.length > 0 ? 'other' : 'empty';
  } finally {
    await q.release();
    await source.destroy();
  }
}

/** Marks the beginning; whoever finds no end after it knows that the data is not whole. */
export async function markBegun(db: Database): Promise<void> {
  await db.change('INSERT INTO job (name, leaseOwner, leaseUntil, lastDoneAt) VALUES (?, ?, 0, 0)', [
    JOB,
    String(process.pid),
  ]);
}

export async function markWhole(db: Database, at: number): Promise<void> {
  await db.change("UPDATE job SET lastDoneAt = ?, leaseOwner = '' WHERE name = ?", [at, JOB]);
}

/** Removes an embedded database that was being filled; call it for an unfinished one only. */
export function removeUnfinished(url: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(fileOf(url) + suffix, { force: true });
}

/** Whether another process of this machine, with this number, still runs. */
function isAtWork(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
