import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { openDataSource, type Schema } from './data-source.js';
import { isRetryable } from './database-errors.js';
import { newerThanCode } from './schema-version.js';

export const MAX_TRIES = 8;

/** SQL with its parameters. */
export interface Statement {
  sql: string;
  parameters?: readonly unknown[];
}

/** One open transaction: TypeORM's manager for entities, `query` for SQL of one's own. */
export interface Transaction {
  readonly manager: EntityManager;
  query<T = unknown>(sql: string, parameters?: unknown[]): Promise<T>;
  /** The number of rows that an UPDATE or DELETE changed. */
  change(sql: string, parameters?: unknown[]): Promise<number>;
  /**
   * Several statements in one round trip where the database takes that (decision 0010). Gives, in their order, the rows of
   * each SELECT and the number of rows that each other one changed. The first that fails is the last that ran.
   */
  queryAll(statements: readonly Statement[]): Promise<unknown[]>;
}

/** A transaction whose last writes are known to be the last. */
export interface PacketTransaction extends Transaction {
  /** True where `queryLast` commits with the same packet: whatever must undo the transaction has to fail within it. */
  readonly commitsWithLast: boolean;
  /** What `queryAll` does, and nothing comes after it. */
  queryLast(statements: readonly Statement[]): Promise<unknown[]>;
}

const isMysqlRunner = (q: QueryRunner): boolean => q.dataSource.options.type === 'mariadb';
const outcomeOf = (raw: unknown): unknown =>
  Array.isArray(raw) ? raw : ((raw as { affectedRows?: number } | undefined)?.affectedRows ?? 0);

async function queryAll(q: QueryRunner, statements: readonly Statement[]): Promise<unknown[]> {
  if (statements.length > 1 && isMysqlRunner(q)) {
    const raw = (await q.query(
      statements.map(({ sql }) => sql).join(';\n'),
      statements.flatMap(({ parameters = [] }) => parameters),
    )) as unknown[];
    return raw.map(outcomeOf);
  }
  const outcomes: unknown[] = [];
  for (const { sql, parameters = [] } of statements) {
    const isRead = /^\s*SELECT/i.test(sql);
    const { raw, affected } = (await q.query(sql, [...parameters], true)) as { raw: unknown; affected?: number };
    outcomes.push(isRead ? raw : (affected ?? 0));
  }
  return outcomes;
}

export const transactionOf = (q: QueryRunner): Transaction => ({
  manager: q.manager,
  query: <T>(sql: string, parameters?: unknown[]) => q.query(sql, parameters) as Promise<T>,
  change: async (sql, parameters) => ((await q.query(sql, parameters, true)) as { affected?: number }).affected ?? 0,
  queryAll: (statements) => queryAll(q, statements),
});

/** A transaction that its first packet opens and its last one commits. */
function openedByFirstPacket(q: QueryRunner): PacketTransaction {
  const tx = transactionOf(q);
  // What TypeORM's startTransaction and commitTransaction note, without their round trips.
  const noteOpen = (isTransactionActive: boolean): unknown => Object.assign(q, { isTransactionActive });
  const queryAll = async (statements: readonly Statement[]): Promise<unknown[]> => {
    if (q.isTransactionActive) return tx.queryAll(statements);
    noteOpen(true);
    const [, ...outcomes] = await tx.queryAll([{ sql: 'START TRANSACTION' }, ...statements]);
    return outcomes;
  };
  const queryLast = async (statements: readonly Statement[]): Promise<unknown[]> => {
    const outcomes = await queryAll([...statements, { sql: 'COMMIT' }]);
    noteOpen(false);
    return outcomes.slice(0, -1);
  };
  return { ...tx, queryAll, queryLast, commitsWithLast: true };
}

/**
 * One database with two lanes, each with connections of its own: a transaction that reads outside itself never waits for
 * a connection that other transactions hold. Reads run side by side. Writes on SQLite run strictly one after another,
 * because TypeORM shares a single connection there and would nest concurrent transactions into each other, losing
 * acknowledged writes.
 */
export class Database {
  /** Transactions that had to be tried again; a metric. */
  retries = 0;
  private tail: Promise<unknown> = Promise.resolve();

  /** The one connection that everything goes through while the database is being filled. */
  private filler: QueryRunner | undefined;

  private constructor(
    private readonly write: DataSource,
    private readonly reader: DataSource,
  ) {}

  /** Opens, checks that the database is not newer than the code, and migrates. */
  static async open(url: string, schema: Schema, pool = 10): Promise<Database> {
    const write = await openDataSource(url, schema, { pool });
    const unknown = await newerThanCode(write);
    if (unknown) {
      await write.destroy();
      throw new Error(`数据库比程序新（含未知的迁移 ${unknown}），请使用对应版本的程序`);
    }
    await write.runMigrations();
    return new Database(write, await openDataSource(url, schema, { readonly: true, pool }));
  }

  get isSqlite(): boolean {
    return this.write.options.type === 'better-sqlite3';
  }

  /** For reads outside a transaction. */
  get read(): EntityManager {
    return (this.filler ?? this.reader).manager;
  }

  get writeSource(): DataSource {
    return this.write;
  }

  /** Runs `work` in one transaction, all of it again where the database asks for that; it must have no other effect. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.inTransaction(async (q) => {
      await q.startTransaction();
      return work(transactionOf(q));
    });
  }

  /** The same for work that begins with `queryAll` and may end with `queryLast`: on MySQL these open and commit it too. */
  transactionByPackets<T>(work: (tx: PacketTransaction) => Promise<T>): Promise<T> {
    if (this.isSqlite || this.filler)
      return this.transaction((tx) => work({ ...tx, queryLast: tx.queryAll, commitsWithLast: false }));
    return this.inTransaction((q) => work(openedByFirstPacket(q)));
  }

  private inTransaction<T>(work: (q: QueryRunner) => Promise<T>): Promise<T> {
    return this.inLane(async () => {
      const q = this.filler ?? this.write.createQueryRunner();
      try {
        const result = await work(q);
        if (q.isTransactionActive) await q.commitTransaction();
        return result;
      } catch (error) {
        if (q.isTransactionActive) await q.rollbackTransaction().catch(() => undefined);
        throw error;
      } finally {
        if (q !== this.filler) await q.release();
      }
    });
  }

  /** One statement, committed by itself. Returns the rows changed. */
  async change(sql: string, parameters: unknown[] = []): Promise<number> {
    return this.inLane(async () => {
      const q = this.filler ?? this.write.createQueryRunner();
      try {
        return await transactionOf(q).change(sql, parameters);
      } finally {
        if (q !== this.filler) await q.release();
      }
    });
  }

  /**
   * For filling a database that nobody else uses yet: everything goes through one connection, and transactions are
   * committed in groups, whenever `work` calls `commit`. Never for serving: what was acknowledged since the last `commit`
   * is lost with the process.
   */
  async fill<T>(work: (commit: () => Promise<void>) => Promise<T>): Promise<T> {
    const q = this.write.createQueryRunner();
    // With a write-ahead log NORMAL can lose the newest commits in a power cut, but never damages the file.
    if (this.isSqlite) await q.query('PRAGMA synchronous = NORMAL');
    await q.startTransaction();
    this.filler = q;
    try {
      const result = await work(() =>
        this.inLane(async () => {
          await q.commitTransaction();
          await q.startTransaction();
        }),
      );
      await this.inLane(() => q.commitTransaction());
      return result;
    } finally {
      this.filler = undefined;
      if (q.isTransactionActive) await q.rollbackTransaction().catch(() => undefined);
      if (this.isSqlite) {
        await q.query('PRAGMA synchronous = FULL');
        await q.query('PRAGMA wal_checkpoint(TRUNCATE)');
      }
      await q.release();
    }
  }

  private inLane<T>(work: () => Promise<T>): Promise<T> {
    if (!this.isSqlite && !this.filler) return this.again(work);
    const mine = this.tail.then(() => this.again(work));
    // SQLite answers at once: without a turn of the loop between them, a row of transactions would let no request in.
    this.tail = mine.catch(() => undefined).then(() => (this.filler ? undefined : turn()));
    return mine;
  }

  private async again<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (attempt >= MAX_TRIES || !isRetryable(error)) throw error;
        this.retries++;
        await sleep(Math.random() * 4 * 2 ** attempt);
      }
    }
  }

  async close(): Promise<void> {
    await this.tail;
    await this.reader.destroy();
    await this.write.destroy();
  }
}
