import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nodeArguments, SERVER_FOLDER } from '../bench/processes.js';
import { productionEnv } from '../bench/production-env.js';
import { createApp } from '../src/create-app.js';
import { StaffDirectory } from '../src/modules/identity/index.js';
import { readConfig } from '../src/platform/config/config.js';
import { Database } from '../src/platform/database/database.js';
import { systemContext } from '../src/platform/http/context.js';
import { schema } from '../src/schema.js';
import { DEMO_PASSWORD, demoStaff } from '../src/seed/demo-accounts.js';
import { type FreshDatabase, freshDatabase } from './harness/fresh-database.js';

describe('a server that can not start', () => {
  let database: FreshDatabase;
  let folder: string;
  let env: Record<string, string>;

  beforeAll(async () => {
    database = await freshDatabase();
    folder = mkdtempSync(join(tmpdir(), 'yiyun-start-'));
    env = productionEnv(database.url, folder);
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts the program and waits for its end. */
  const start = (over: Record<string, string> = {}): Promise<{ code: unknown; said: string }> =>
    new Promise((resolve) => {
      const options = { env: { PATH: process.env['PATH'] ?? '', ...env, ...over }, timeout: 60_000 };
      const args = nodeArguments(join(SERVER_FOLDER, 'src/main.ts'));
      execFile(process.execPath, args, options, (error, stdout, stderr) =>
        resolve({ code: error?.code ?? 0, said: stdout + stderr }),
      );
    });

  it('says which setting is missing', async () => {
    const { code, said } = await start({ SIGNING_KEY: '', SMS_SIGN_NAME: '' });
    expect(code).toBe(1);
    expect(said.split('\n').filter(Boolean)).toEqual([
      '配置有误：',
      '  · SIGNING_KEY 未设置：签名密钥不能用默认值',
      '  · SMS_SIGN_NAME 未设置：短信网关不能用替身',
    ]);
  }, 90_000);

  it('says that its port is taken', async () => {
    const other: Server = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    try {
      const { code, said } = await start({ PORT: String(port) });
      expect([code, said]).toEqual([1, `端口 ${port} 已被占用，请用 PORT=其他端口 启动\n`]);
    } finally {
      other.close();
    }
  }, 90_000);

  it('refuses a demonstration account in production, by name', async () => {
    const [known] = demoStaff;
    const app = await createApp(readConfig(env));
    const { account = '', name = '', roles = [] } = known ?? {};
    const made = { account, name, roles, hallIds: [], password: DEMO_PASSWORD };
    await app.get(StaffDirectory).createStaff(systemContext, made);
    await app.close();
    const { code, said } = await start();
    expect([code, said]).toEqual([1, `配置有误：\n  · 数据库里有演示账号 ${account}，请用一个新的数据库\n`]);
  }, 90_000);

  it('refuses a database that is newer than the code', async () => {
    const db = await Database.open(database.url, schema);
    await db.change("INSERT INTO migrations (timestamp, name) VALUES (1999999999999, 'Future1999999999999')");
    await db.close();
    const { code, said } = await start();
    expect([code, said]).toEqual([1, '数据库比程序新（含未知的迁移 Future1999999999999），请使用对应版本的程序\n']);
  }, 90_000);
});
