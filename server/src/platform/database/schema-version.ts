import type { DataSource } from 'typeorm';

/** The name of the newest migration in the database that this code doesn't know, or undefined. */
export async function newerThanCode(source: DataSource): Promise<string | undefined> {
  const q = source.createQueryRunner();
  try {
    if (!(await q.hasTable('migrations'))) return undefined;
    const applied = (await q.query('SELECT name FROM migrations ORDER BY id DESC')) as { name: string }[];
    const known = new Set(source.migrations.map((m) => m.name ?? m.constructor.name));
    return applied.find(({ name }) => !known.has(name))?.name;
  } finally {
    await q.release();
  }
}
