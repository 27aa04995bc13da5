import { createRequire } from 'node:module';
import type { Pool } from 'mysql2';
import {
  DataSource,
  type DataSourceOptions,
  type EntityTarget,
  type MigrationInterface,
  type ObjectLiteral,
} from 'typeorm';

/** What the database holds: every entity of every module, and the migrations that make it so. */
export interface Schema {
  entities: EntityTarget<ObjectLiteral>[];
  migrations: (new () => MigrationInterface)[];
}

export const isMysqlUrl = (url: string): boolean => /^(mysql|mariadb):\/\//.test(url);

/**
 * Options for `mysql://user:password@host:port/name` (TLS with `?ssl=true`, which checks the server's certificate) or
 * `sqlite:path/to/file.db`. SQLite runs on libsql: a drop-in for better-sqlite3 that the registry holds ready-built.
 */
export function dataSourceOptions(
  url: string,
  schema: Schema,
  options: { readonly?: boolean; pool?: number } = {},
): DataSourceOptions {
  const common = {
    entities: schema.entities as NonNullable<DataSourceOptions['entities']>,
    migrations: schema.migrations,
    migrationsTransactionMode: 'each' as const,
    synchronize: false,
  };
  if (isMysqlUrl(url)) {
    const address = new URL(url);
    const tls = address.searchParams.get('ssl') === 'true';
    address.search = '';
    return {
      ...common,
      type: 'mariadb',
      url: address.toString().replace(/^mariadb:/, 'mysql:'),
      timezone: 'Z',
      charset: 'utf8mb4_bin',
      poolSize: options.pool ?? 10,
      ...(tls && { ssl: { rejectUnauthorized: true } }),
      extra: {
        maxIdle: options.pool ?? 10,
        enableKeepAlive: true,
        waitForConnections: true,
        connectTimeout: 5000,
        // A stack captured for every query costs as much as sending it; errors keep the driver's own.
        trace: false,
        // For `queryAll`, on connections that write; values are always sent as parameters.
        multipleStatements: !options.readonly,
      },
    };
  }
  return {
    ...common,
    type: 'better-sqlite3',
    driver: createRequire(import.meta.url)('libsql') as unknown,
    database: url.replace(/^sqlite:/, ''),
    readonly: options.readonly ?? false,
    statementCacheSize: 500,
    prepareDatabase: (db: { pragma(sql: string): unknown }) => {
      if (!options.readonly) db.pragma('journal_mode = WAL');
      // With a write-ahead log FULL syncs at every commit: what was acknowledged survives a power cut.
      db.pragma('synchronous = FULL');
      db.pragma('busy_timeout = 5000');
      db.pragma('cache_size = -65536');
    },
  };
}

export async function openDataSource(
  url: string,
  schema: Schema,
  options?: { readonly?: boolean; pool?: number },
): Promise<DataSource> {
  const source = await new DataSource(dataSourceOptions(url, schema, options)).initialize();
  if (isMysqlUrl(url)) await readCommitted(source);
  return source;
}

const READ_COMMITTED = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';

/** Once a connection, where TypeORM's own option asks for a round trip before every transaction. */
async function readCommitted(source: DataSource): Promise<void> {
  const { pool } = source.driver as unknown as { pool: Pool };
  pool.on('connection', (connection) => void connection.query(READ_COMMITTED));
  // The one that opening the source has made.
  await source.query(READ_COMMITTED);
}
