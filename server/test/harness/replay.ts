import type { ObjectLiteral } from 'typeorm';
import type { TestApp } from './start-app.js';

type Facts = Record<string, unknown>;

/** R4: what the facts of a stream add up to, one entry laid over the other, and the version of the last. */
export async function replayed(test: TestApp, streamId: string): Promise<{ version: number; facts: Facts }> {
  const entries = await test.db.read.query<{ streamVersion: number; payload: string }[]>(
    'SELECT streamVersion, payload FROM interaction WHERE streamId = ? ORDER BY streamVersion',
    [streamId],
  );
  return {
    version: entries.length,
    facts: Object.assign({}, ...entries.map((entry) => JSON.parse(entry.payload) as Facts)) as Facts,
  };
}

/** The row as its entity reads it; columns that must not stand in facts are left out. */
export async function currentRow(
  test: TestApp,
  table: string,
  key: Record<string, unknown>,
  leftOut: readonly string[] = [],
): Promise<Facts> {
  const metadata = test.db.writeSource.entityMetadatas.find((entity) => entity.tableName === table);
  if (!metadata) throw new Error(`no entity for ${table}`);
  const row: Facts = await test.db.read.findOneByOrFail<ObjectLiteral>(metadata.target, key);
  return Object.fromEntries(Object.entries(row).filter(([column]) => !leftOut.includes(column)));
}
