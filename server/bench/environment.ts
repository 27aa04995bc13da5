import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { Fixture } from './fixture.js';
import { type Inspector, inspectMysql, inspectSqlite } from './inspect.js';
import { type Running, runToEnd, startListening } from './processes.js';
import { productionEnv } from './production-env.js';
import { type System, systemOf } from './scenarios.js';

/** The two servers on one kind of database, filled alike and listening. */
export interface Environment {
  floor: System;
  ours: System;
  settings: string[];
  close(): Promise<void>;
}

interface Urls {
  floor: string;
  ours: string;
}

async function mysqlUrls(base: string): Promise<Urls> {
  const admin = await createConnection(base);
  const urlOf = (name: string) => Object.assign(new URL(base), { pathname: `/${name}` }).toString();
  for (const name of ['bench_floor', 'bench_ours']) {
    await admin.query(`DROP DATABASE IF EXISTS ${name}`);
    await admin.query(`CREATE DATABASE ${name}`);
  }
  await admin.end();
  return { floor: urlOf('bench_floor'), ours: urlOf('bench_ours') };
}

const inspect = (url: string): Promise<Inspector> | Inspector =>
  url.startsWith('sqlite:') ? inspectSqlite(url.slice('sqlite:'.length)) : inspectMysql(url);

/** `mysql` is the address of a database server of its own; without one the embedded database is measured. */
export async function prepare(
  mysql: string | undefined,
  citizens: number,
  nodeOptions: string[] = [],
): Promise<Environment> {
  const folder = mkdtempSync(join(tmpdir(), 'yiyun-bench-'));
  const urls = mysql
    ? await mysqlUrls(mysql)
    : { floor: `sqlite:${join(folder, 'floor.db')}`, ours: `sqlite:${join(folder, 'ours.db')}` };
  const env = productionEnv(urls.ours, join(folder, 'data'));
  const fixtureFile = join(folder, 'fixture.json');
  const setup = { FLOOR_DATABASE_URL: urls.floor, FIXTURE_FILE: fixtureFile, CITIZENS: String(citizens) };
  await runToEnd('bench/setup.ts', { ...env, ...setup });
  const fixture = JSON.parse(readFileSync(fixtureFile, 'utf8')) as Fixture;

  const servers: Running[] = [];
  const started = async (server: Promise<Running>): Promise<Running> => {
    servers.push(await server);
    return server;
  };
  const looks = [await inspect(urls.floor), await inspect(urls.ours)] as const;
  const floorServer = await started(startListening('bench/floor.ts', { DATABASE_URL: urls.floor }));
  const ourServer = await started(startListening('dist/main.js', env, nodeOptions));
  return {
    floor: systemOf('floor', floorServer, looks[0], fixture),
    ours: systemOf('ours', ourServer, looks[1], fixture),
    settings: [
      ...looks[1].settings,
      `Node ${process.versions.node}`,
      `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    ],
    close: async () => {
      for (const server of servers) await server.stop();
      for (const look of looks) await look.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
