import { chance, type Random } from '../lots.js';
import type { Person } from '../people.js';
import type { World } from '../world.js';

const READS_ALL = 0.75;
const READS_NOTICE = 0.5;
const NOTICES_AT_ONCE = 5;

/** The person opens the application: messages and notices are delivered, most of them read. */
export function planLookAtApp(world: World, person: Person, at: number, random: Random): void {
  world.timeline.plan(Math.floor(at), async () => {
    const { unread } = await world.inbox.inbox(person.ctx, {});
    if (unread > 0 && chance(random, READS_ALL)) await world.inbox.readAll(person.ctx);
    const { items } = await world.notices.mine(person.ctx, { limit: NOTICES_AT_ONCE });
    const news = items.find(({ addressed, readAt }) => addressed && readAt === null);
    if (news && chance(random, READS_NOTICE)) await world.notices.read(person.ctx, news.id);
  });
}
