import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, MAX_TRIES } from '../src/platform/database/database.js';
import { StatementGroup } from '../src/platform/database/statement-group.js';
import { schema } from '../src/schema.js';
import { type FreshDatabase, freshDatabase } from './harness/fresh-database.js';

const INSERT = "INSERT INTO job (name, leaseOwner, leaseUntil, lastDoneAt) VALUES (?, '', 0, ?)";
const COUNT = { sql: 'SELECT COUNT(*) AS n FROM job WHERE name LIKE ?', parameters: ['job-%'] };

describe('several statements together', () => {
  let place: FreshDatabase;
  let db: Database;
  const open = async () => {
    place = await freshDatabase();
    db = await Database.open(place.url, schema);
  };
  const jobs = async (): Promise<number> =>
    Number((await db.read.query<{ n: string | number }[]>(COUNT.sql, COUNT.parameters))[0]?.n);

  beforeAll(open);
  afterAll(async () => {
    await db.close();
    await place.drop();
  });

  it('give the rows of each look-up and the number that each change changed, in their order', async () => {
    const writes = new StatementGroup();
    writes.add(INSERT, ['job-1', 1]);
    await writes.query(INSERT, ['job-2', 2]);
    writes.add('UPDATE job SET lastDoneAt = lastDoneAt + ? WHERE name LIKE ?', [10, 'job-%']);
    const [, , changed, rows] = await db.transaction((tx) =>
      tx.queryAll([
        ...writes.statements,
        { sql: 'SELECT name, lastDoneAt FROM job WHERE name LIKE ?', parameters: ['job-%'] },
      ]),
    );
    expect(changed).toBe(2);
    expect(
      (rows as { name: string; lastDoneAt: unknown }[]).map((row) => Number(row.lastDoneAt)).sort((a, b) => a - b),
    ).toEqual([11, 12]);
  });

  it.each(['transaction', 'transactionByPackets'] as const)('are undone together: %s', async (kind) => {
    const before = await jobs();
    const failing = db[kind]((tx) =>
      tx.queryAll([COUNT, { sql: INSERT, parameters: ['job-3', 0] }, { sql: INSERT, parameters: ['job-1', 0] }]),
    );
    await expect(failing).rejects.toThrow(/UNIQUE|Duplicate/);
    expect(await jobs()).toBe(before);
    const later = db[kind](async (tx) => {
      await tx.queryAll([COUNT, { sql: INSERT, parameters: ['job-4', 0] }]);
      throw new Error('thought better of it');
    });
    await expect(later).rejects.toThrow('thought better of it');
    expect(await jobs()).toBe(before);
  });

  it('are kept together when the first packet opens the transaction', async () => {
    const [[count]] = (await db.transactionByPackets((tx) => tx.queryAll([COUNT]))) as [{ n: string | number }[]];
    await db.transactionByPackets(async (tx) => {
      await tx.queryAll([COUNT]);
      await tx.queryAll([
        { sql: INSERT, parameters: ['job-5', 0] },
        { sql: INSERT, parameters: ['job-6', 0] },
      ]);
    });
    expect(await jobs()).toBe(Number(count?.n) + 2);
  });

  it('end a transaction together, unless one changed another number of rows than it must', async () => {
    const before = await jobs();
    const end = (rows: number) =>
      db.transactionByPackets(async (tx) => {
        await tx.queryAll([COUNT]);
        const writes = new StatementGroup();
        writes.expect(rows, 'UPDATE job SET lastDoneAt = lastDoneAt + 1 WHERE name LIKE ?', ['job-%'], 'too few jobs');
        writes.add(INSERT, [`job-${tries++}`, 0]);
        await writes.sendLast(tx);
        return tx.commitsWithLast;
      });
    let tries = 100;
    expect(await end(before)).toBe(!db.isSqlite);
    expect(await jobs()).toBe(before + 1);
    await expect(end(before + 7)).rejects.toThrow('too few jobs');
    expect(tries).toBe(101 + MAX_TRIES);
    expect(await jobs()).toBe(before + 1);
  });

  it('never hold a group’s answer to be known before it is sent', async () => {
    await expect(new StatementGroup().change()).rejects.toThrow('not known');
  });

  it('keep to READ COMMITTED on every connection, and are refused on those that read', async () => {
    if (db.isSqlite) {
      // libsql runs the first and leaves the rest.
      expect(await db.read.query('SELECT 1 AS one; SELECT 2 AS two')).toEqual([{ one: 1 }]);
      return;
    }
    const levels = await Promise.all(
      Array.from({ length: 10 }, () =>
        db.transaction((tx) => tx.query<{ level: string }[]>('SELECT @@tx_isolation AS level, SLEEP(0.05)')),
      ),
    );
    expect(new Set(levels.map(([row]) => row?.level))).toEqual(new Set(['READ-COMMITTED']));
    await expect(db.read.query('SELECT 1; SELECT 2')).rejects.toThrow(/syntax/);
  });
});
