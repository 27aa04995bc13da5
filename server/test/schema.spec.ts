import { afterEach, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { Database } from '../src/platform/database/database.js';
import { schemaBuilder } from '../src/platform/database/schema-builder.js';
import { schema } from '../src/schema.js';
import { type FreshDatabase, freshDatabase } from './harness/fresh-database.js';

class OneColumnTooMany1999999999999 {
  readonly name = 'OneColumnTooMany1999999999999';
  async up(q: QueryRunner): Promise<void> {
    await q.query('ALTER TABLE outbox ADD COLUMN surplus int NULL');
  }
  async down(q: QueryRunner): Promise<void> {
    await q.dropColumn('outbox', 'surplus');
  }
}
class NoWayBack1999999999998 {
  readonly name = 'NoWayBack1999999999998';
  async up(q: QueryRunner): Promise<void> {
    await schemaBuilder(q).table('left_behind', [{ name: 'id', type: 'int', isPrimary: true }]);
  }
  async down(): Promise<void> {}
}

/** The statements that would make the database what the entities say; none when it is. */
async function driftOf(db: Database): Promise<string[]> {
  const { upQueries } = await db.writeSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

async function tablesOf(db: Database): Promise<string[]> {
  const sql = db.isSqlite
    ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()';
  const tables = await db.read.query<{ name: string }[]>(sql);
  return tables.map(({ name }) => name).filter((name) => name !== 'migrations');
}

async function undoAll(db: Database, migrations: number): Promise<void> {
  for (let i = 0; i < migrations; i++) await db.writeSource.undoLastMigration();
}

describe('the database', () => {
  const open: { db: Database; database: FreshDatabase }[] = [];
  async function openDatabase(more: (typeof schema)['migrations'] = []) {
    const database = await freshDatabase();
    const db = await Database.open(database.url, { ...schema, migrations: [...schema.migrations, ...more] });
    open.push({ db, database });
    return db;
  }
  afterEach(async () => {
    for (const { db, database } of open.splice(0)) {
      await db.close();
      await database.drop();
    }
  });

  it('is after all migrations exactly what the entities say', async () => {
    const db = await openDatabase();
    expect(await driftOf(db)).toEqual([]);
    expect((await tablesOf(db)).length).toBe(db.writeSource.entityMetadatas.length);
  });

  it('is told to have drifted by a single column (negative control)', async () => {
    expect(await driftOf(await openDatabase([OneColumnTooMany1999999999999]))).not.toEqual([]);
  });

  it('goes back to nothing when every migration is undone, and forth again', async () => {
    const db = await openDatabase();
    await undoAll(db, schema.migrations.length);
    expect(await tablesOf(db)).toEqual([]);
    await db.writeSource.runMigrations();
    expect(await driftOf(db)).toEqual([]);
  });

  it('shows what a migration left behind (negative control)', async () => {
    const db = await openDatabase([NoWayBack1999999999998]);
    await undoAll(db, schema.migrations.length + 1);
    expect(await tablesOf(db)).toEqual(['left_behind']);
  });
});
