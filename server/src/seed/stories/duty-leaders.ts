import { DAY_MS } from '@yiyun/shared';
import { idFrom } from '../../platform/ids.js';
import { demoStaff } from '../demo-accounts.js';
import type { World } from '../world.js';

/** On the second day every hall is given its duty leader, whom alerts and unconfirmed bookings are told to. */
export function planDutyLeaders({ timeline, from, halls, manageHalls, staff, manager }: World): void {
  for (const { account, hallKeys } of demoStaff.filter(({ leads }) => leads)) {
    for (const key of hallKeys) {
      timeline.plan(from + DAY_MS, async () => {
        const { id, version, address, telephone, guide } = halls.get(idFrom(`hall ${key}`));
        const leader = await staff.findByAccount(account);
        if (!leader) throw new Error(`the demonstration has no ${account}`);
        await manageHalls.update(manager, id, { version, address, telephone, guide, dutyLeaderId: leader.id });
      });
    }
  }
}
