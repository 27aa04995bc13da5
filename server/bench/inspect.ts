import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createConnection } from 'mysql2/promise';

type Row = Record<string, string | number | null>;

/** A look into a database beside the server that uses it. */
export interface Inspector {
  one(sql: string, ...values: (string | number)[]): Promise<Row>;
  /** The database's own process; undefined where it lives inside the server. */
  pid: number | undefined;
  /** Name, version and what matters for the speed of commits. */
  settings: string[];
  close(): Promise<void>;
}

export async function inspectMysql(uri: string): Promise<Inspector> {
  const connection = await createConnection(uri);
  const one: Inspector['one'] = async (sql, ...values) => {
    const [rows] = await connection.query(sql, values);
    return (rows as Row[])[0] ?? {};
  };
  const { version, pidFile, flush, doublewrite, pool, binlog } = await one(
    `SELECT VERSION() AS version, @@pid_file AS pidFile, @@innodb_flush_log_at_trx_commit AS flush,
       @@innodb_doublewrite AS doublewrite, @@innodb_buffer_pool_size AS pool, @@log_bin AS binlog`,
  );
  return {
    one,
    pid: Number(readFileSync(String(pidFile), 'utf8')),
    settings: [
      String(version),
      `innodb_flush_log_at_trx_commit = ${flush}`,
      `innodb_doublewrite = ${doublewrite}`,
      `innodb_buffer_pool_size = ${Number(pool) / 1024 / 1024} MiB`,
      `log_bin = ${binlog}`,
    ],
    close: () => connection.end(),
  };
}

interface Sqlite {
  prepare(sql: string): { get(...values: unknown[]): unknown };
  pragma(sql: string): unknown;
  close(): void;
}

export function inspectSqlite(file: string): Inspector {
  const Driver = createRequire(import.meta.url)('libsql') as new (file: string, options: object) => Sqlite;
  const db = new Driver(file, { readonly: true });
  const { version } = db.prepare('SELECT sqlite_version() AS version').get() as Row;
  return {
    one: async (sql, ...values) => (db.prepare(sql).get(...values) as Row | undefined) ?? {},
    pid: undefined,
    settings: [`SQLite ${version} (libsql)`, 'journal_mode = WAL', 'synchronous = FULL'],
    close: async () => db.close(),
  };
}
