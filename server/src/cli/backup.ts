import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { readConfig } from '../platform/config/config.js';
import { databaseUrlOf } from '../platform/config/database-url.js';
import { dataSourceOptions, isMysqlUrl } from '../platform/database/data-source.js';

const fail = (why: string): never => {
  throw new Error(why);
};

/** A consistent copy of the embedded database while the server runs, checked by the database itself. */
async function backUp(target: string | undefined): Promise<void> {
  const url = databaseUrlOf(readConfig(process.env));
  if (isMysqlUrl(url)) fail('MySQL/MariaDB 请用 mariadb-dump --single-transaction 备份，见 docs/operations.md');
  const file = resolve(target ?? fail('用法：npm run backup -- 目标文件.db'));
  if (existsSync(file)) fail(`${file} 已存在，请换一个文件名`);
  mkdirSync(dirname(file), { recursive: true });
  const none = { entities: [], migrations: [] };
  const source = await new DataSource(dataSourceOptions(url, none, { readonly: true })).initialize();
  await source.query('VACUUM INTO ?', [file]);
  await source.destroy();
  const copy = await new DataSource(dataSourceOptions(`sqlite:${file}`, none, { readonly: true })).initialize();
  const [check] = await copy.query<{ integrity_check: string }[]>('PRAGMA integrity_check');
  await copy.destroy();
  if (check?.integrity_check !== 'ok') fail(`备份检查未通过：${check?.integrity_check}`);
  process.stdout.write(`已备份到 ${file}（${(statSync(file).size / 1e6).toFixed(1)} MB，检查通过）\n`);
}

try {
  await backUp(process.argv[2]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
