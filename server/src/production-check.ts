import type { INestApplicationContext } from '@nestjs/common';
import { StaffDirectory } from './modules/identity/index.js';
import { DEMO_PASSWORD, demoStaff } from './seed/demo-accounts.js';

/** Refuses to serve the public with an account whose password everybody can read in this repository. */
export async function refuseDemoAccounts(app: INestApplicationContext): Promise<void> {
  const accounts = demoStaff.map(({ account }) => account);
  const found = await app.get(StaffDirectory).withPassword(accounts, DEMO_PASSWORD);
  if (found.length > 0) throw new Error(`配置有误：\n  · 数据库里有演示账号 ${found.join('、')}，请用一个新的数据库`);
}
