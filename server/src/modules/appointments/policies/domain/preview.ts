import {
  type BookableDays,
  type BookingPolicyRules,
  halfDayOf,
  type LocalDate,
  localDateOf,
  refusalByDay,
  refusalByHours,
  type StrikeFact,
  standingOf,
} from '@yiyun/shared';

/** A booking of the month that is looked at, as it was made. */
export interface PastBooking {
  bookedAt: number;
  onDay: string;
  startsAt: number;
  taxpayerId: string;
  citizenId: string;
  /** When the citizen cancelled it; null when he didn't. */
  cancelledAt: number | null;
}
/** What counts against a taxpayer, and to which appointments somebody came for him. */
export interface Past {
  strikes: readonly StrikeFact[];
  keptAt: readonly number[];
}
export interface Month {
  /** In the order in which they were made. */
  bookings: readonly PastBooking[];
  pastOf(taxpayerId: string): Past;
  daysOn(today: LocalDate): BookableDays;
}

const reasons = {
  hours: '不在受理预约的时间',
  days: '超出可以预约的天数',
  blocked: '因爽约或取消次数在限制期内',
  limit: '超出每半天的预约次数',
} as const;
type Reason = keyof typeof reasons;

/** Which bookings of a month the rules would have refused, by reason; what they refuse counts against nobody's limit. */
export function refusedBy(rules: BookingPolicyRules, month: Month): { reason: string; count: number }[] {
  const counts = new Map<Reason, number>();
  const made = new Map<string, PastBooking[]>();
  for (const booking of month.bookings) {
    const keys = halfDaysOf(booking, rules);
    const live = (key: string): number =>
      (made.get(key) ?? []).filter(({ cancelledAt }) => cancelledAt === null || cancelledAt > booking.bookedAt).length;
    const reason = keys.some(({ key, limit }) => live(key) >= limit) ? 'limit' : undefined;
    const found = reasonByRules(booking, rules, month) ?? reason;
    if (found) counts.set(found, (counts.get(found) ?? 0) + 1);
    else for (const { key } of keys) made.set(key, [...(made.get(key) ?? []), booking]);
  }
  return [...counts].map(([reason, count]) => ({ reason: reasons[reason], count }));
}

function reasonByRules(booking: PastBooking, rules: BookingPolicyRules, month: Month): Reason | undefined {
  const { bookedAt, onDay, taxpayerId } = booking;
  if (refusalByHours(rules, bookedAt)) return 'hours';
  if (refusalByDay(onDay, month.daysOn(localDateOf(bookedAt)))) return 'days';
  const { strikes, keptAt } = month.pastOf(taxpayerId);
  return standingOf(strikes, keptAt, rules, bookedAt).blockedUntil === null ? undefined : 'blocked';
}

function halfDaysOf({ onDay, startsAt, taxpayerId, citizenId }: PastBooking, rules: BookingPolicyRules) {
  const half = `${onDay} ${halfDayOf(startsAt)}`;
  const ofTaxpayer = { key: `taxpayer ${taxpayerId} ${half}`, limit: rules.perTaxpayerHalfDay };
  if (rules.perCitizenHalfDay === undefined) return [ofTaxpayer];
  return [ofTaxpayer, { key: `citizen ${citizenId} ${half}`, limit: rules.perCitizenHalfDay }];
}

/** Whether a taxpayer was blocked at some instant from `fromAt` up to `untilAt`. */
export function wasBlocked(
  { strikes, keptAt }: Past,
  rules: BookingPolicyRules,
  fromAt: number,
  untilAt: number,
): boolean {
  const turns = strikes.map(({ at }) => at).filter((at) => at > fromAt && at < untilAt);
  return [fromAt, ...turns].some((at) => standingOf(strikes, keptAt, rules, at).blockedUntil !== null);
}
