import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';

export interface FreshDatabase {
  /** For DATABASE_URL. */
  readonly url: string;
  drop(): Promise<void>;
}

/** A fresh database of its own: a file, or a database on the server that TEST_DATABASE_URL names. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const base = process.env['TEST_DATABASE_URL'];
  if (!base) {
    const dir = mkdtempSync(join(tmpdir(), 'yiyun-test-'));
    return { url: `sqlite:${join(dir, 'test.db')}`, drop: async () => rmSync(dir, { recursive: true, force: true }) };
  }
  const name = `yiyun_test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  const admin = await createConnection(base);
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(base);
  url.pathname = `/${name}`;
  return {
    url: url.toString(),
    drop: async () => {
      await admin.query(`DROP DATABASE ${name}`);
      await admin.end();
    },
  };
}
