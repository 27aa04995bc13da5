import type { BookingPolicyPreview } from '@yiyun/shared';

/** What a draft would have done, in one or two sentences. */
export function sayPreview({ bookings, refused, blockedNow, blockedByDraft }: BookingPolicyPreview): string {
  if (bookings === 0) return '上个月没有预约，看不出影响。';
  const count = refused.reduce((sum, other) => sum + other.count, 0);
  const share = Math.round((count / bookings) * 100);
  const lost =
    count === 0
      ? `上个月的 ${bookings} 个预约都还能约上。`
      : `上个月的 ${bookings} 个预约里，有 ${count} 个约不上（${share}%）。`;
  const change = blockedByDraft - blockedNow;
  const blocked =
    change === 0 ? '被限制预约的户数不变。' : `被限制预约的户会${change > 0 ? '多' : '少'} ${Math.abs(change)} 户。`;
  return lost + blocked;
}
