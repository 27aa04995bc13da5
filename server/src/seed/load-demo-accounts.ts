import type { Citizens, StaffDirectory } from '../modules/identity/index.js';
import { systemContext } from '../platform/http/context.js';
import { idFrom } from '../platform/ids.js';
import { DEMO_PASSWORD, demoCitizens, demoStaff } from './demo-accounts.js';

/** Makes the demonstration's accounts that are not there yet. Returns the ids of its citizens and staff, in their order. */
export async function loadDemoAccounts(
  citizens: Citizens,
  staff: StaffDirectory,
): Promise<{ citizenIds: string[]; staffIds: string[] }> {
  const citizenIds: string[] = [];
  for (const { phone, name, enterprises } of demoCitizens) {
    const found = await citizens.findByPhone(phone);
    citizenIds.push(found?.id ?? (await citizens.createCitizen(systemContext, { phone, name, enterprises })));
  }
  const staffIds: string[] = [];
  for (const { account, name, roles, hallKeys } of demoStaff) {
    const found = await staff.findByAccount(account);
    const hallIds = hallKeys.map((key) => idFrom(`hall ${key}`));
    const made = { account, name, roles, hallIds, password: DEMO_PASSWORD };
    staffIds.push(found?.id ?? (await staff.createStaff(systemContext, made)));
  }
  return { citizenIds, staffIds };
}
