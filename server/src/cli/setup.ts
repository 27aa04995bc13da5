import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { createApp } from '../create-app.js';
import { addHalls } from '../modules/halls/index.js';
import { StaffDirectory } from '../modules/identity/index.js';
import { UnitOfWork } from '../modules/records/index.js';
import { readConfig } from '../platform/config/config.js';
import { systemContext } from '../platform/http/context.js';
import { hallsFrom } from './halls-file.js';

const USAGE = '用法：npm run setup -- --admin 账号 --name 姓名 [--halls 文件.json]';

async function readPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const asked = lines.question('管理员初始密码（至少10位，有字母和数字；首次登录须修改）：');
  // Where the input ends without a line, nobody would ever answer.
  const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  const password = (await Promise.race([asked, ended])).trim();
  lines.close();
  if (password.length < 10 || !/[A-Za-z]/.test(password) || !/\d/.test(password))
    throw new Error('密码至少10位，并同时有字母和数字');
  return password;
}

/** The first administrator and the halls of a new installation. What exists already stays as it is. */
async function setUp(): Promise<void> {
  const { values } = parseArgs({
    options: { admin: { type: 'string' }, name: { type: 'string' }, halls: { type: 'string' } },
  });
  const { admin, name, halls } = values;
  if (!admin || !name) throw new Error(USAGE);
  const seeds = halls ? hallsFrom(readFileSync(halls, 'utf8')) : [];
  const app = await createApp(readConfig({ LOG_LEVEL: 'warn', ...process.env }));
  try {
    const staff = app.get(StaffDirectory);
    if (await staff.findByAccount(admin)) process.stdout.write(`账号 ${admin} 已存在，未作改动\n`);
    else {
      const password = await readPassword();
      await staff.createStaff(systemContext, {
        account: admin,
        name,
        roles: ['admin', 'manager'],
        hallIds: [],
        password,
        mustChangePassword: true,
      });
      process.stdout.write(`已建管理员 ${admin}（${name}）\n`);
    }
    const added = await addHalls(app.get(UnitOfWork), seeds);
    process.stdout.write(added.length > 0 ? `已建办税服务厅：${added.join('、')}\n` : '没有新的办税服务厅\n');
  } finally {
    await app.close();
  }
}

try {
  await setUp();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
