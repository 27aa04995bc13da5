import { addDays, type BookingPolicyBody, DAY_MS, defaultBookingRules, HOUR_MS, localDateOf } from '@yiyun/shared';
import type { World } from '../world.js';

const PUBLISHED_DAYS_AGO = 75;
const DRAFTED_DAYS_AGO = 3;
const NOTICE_DAYS = 7;
const SOURCE = '演示规则，参照各地办税服务厅公开的预约须知';

/** The rules that came with the system, those that a manager published since, and a draft of stricter ones. */
export function planPolicies({ timeline, bookingPolicies, manager, until }: World): void {
  const publishedAt = until - PUBLISHED_DAYS_AGO * DAY_MS;
  timeline.plan(publishedAt, async () => {
    const { id, version } = await bookingPolicies.create(manager, noShowsBlock(localDateOf(publishedAt + DAY_MS)));
    await bookingPolicies.publish(manager, id, version);
  });
  timeline.plan(until - DRAFTED_DAYS_AGO * DAY_MS - HOUR_MS, async () => {
    await bookingPolicies.create(manager, cancelsToo(addDays(localDateOf(until), NOTICE_DAYS)));
  });
}

const noShowsBlock = (effectiveFromOn: string): BookingPolicyBody => ({
  ...defaultBookingRules,
  title: '网上预约办税规则（第二版）',
  source: SOURCE,
  effectiveFromOn,
  noShowCount: 3,
  noShowWindow: 'ever',
  noShowBlock: 'days',
  noShowBlockDays: 30,
});

const cancelsToo = (effectiveFromOn: string): BookingPolicyBody => ({
  ...noShowsBlock(effectiveFromOn),
  title: '网上预约办税规则（第三版征求意见）',
  cancelCount: 5,
  cancelWindow: 'month',
  cancelBlock: 'days',
  cancelBlockDays: 30,
});
