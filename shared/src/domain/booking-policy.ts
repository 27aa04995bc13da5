import type { BookingPolicyRules } from '../contract/policies.js';
import { AppError } from '../errors.js';
import { addDays, type LocalDate, localDateOf, localMinutesOf, MINUTE_MS } from './local-date.js';
import { sayDate, sayTimeOfDay } from './say-time.js';
import type { Standing } from './standing.js';
import { CalendarRangeError, type WorkingCalendar } from './working-calendar.js';
import { addWorkingDays } from './working-days.js';

/** How the system books until somebody publishes rules of his own. */
export const defaultBookingRules: BookingPolicyRules = {
  aheadMin: 0,
  aheadMax: 14,
  aheadUnit: 'days',
  perTaxpayerHalfDay: 1,
  holdMinutes: 10,
  offerMinutes: 60,
  cancelBeforeMinutes: 60,
  rescheduleBeforeMinutes: 60,
  checkInEarlyMinutes: 30,
  checkInLateMinutes: 30,
  escalateBeforeMinutes: 120,
};

/** When the check-in of an appointment is open; who has not come by its end did not come. */
export function checkInTimes(
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
  rules: Pick<BookingPolicyRules, 'checkInEarlyMinutes' | 'checkInLateMinutes'>,
): { from: number; until: number } {
  return {
    from: startsAt - rules.checkInEarlyMinutes * MINUTE_MS,
    until: endsAt + rules.checkInLateMinutes * MINUTE_MS,
  };
}

export interface BookableDays {
  fromOn: LocalDate;
  untilOn: LocalDate;
}
/** The first and the last day that can be booked on `today`; working days reach one day past a calendar that ends before. */
export function bookableDays(
  { aheadMin, aheadMax, aheadUnit }: Pick<BookingPolicyRules, 'aheadMin' | 'aheadMax' | 'aheadUnit'>,
  calendar: WorkingCalendar,
  today: LocalDate,
): BookableDays {
  const ahead = (days: number): LocalDate => {
    if (aheadUnit === 'days') return addDays(today, days);
    try {
      return addWorkingDays(calendar, today, days);
    } catch (error) {
      if (error instanceof CalendarRangeError) return addDays(calendar.coversUntil, 1);
      throw error;
    }
  };
  return { fromOn: ahead(aheadMin), untilOn: ahead(aheadMax) };
}

/** The minutes of a day within which one can book. */
export const bookableHours = ({
  bookableFromMinutes = 0,
  bookableUntilMinutes = 1440,
}: BookingPolicyRules): [number, number] => [bookableFromMinutes, bookableUntilMinutes];

/** Whether the rules let anybody book at this time of the day. */
export function refusalByHours(rules: BookingPolicyRules, now: number): AppError | undefined {
  const [from, until] = bookableHours(rules);
  const minutes = localMinutesOf(now);
  if (minutes >= from && minutes < until) return undefined;
  return new AppError('appointment.closed_hours', { hours: `${sayTimeOfDay(from)}—${sayTimeOfDay(until)}` });
}

/** Whether the rules let anybody book this day now. */
export const refusalByDay = (on: LocalDate, { fromOn, untilOn }: BookableDays): AppError | undefined =>
  on < fromOn || on > untilOn ? new AppError('appointment.slot_too_early') : undefined;

export function refusalByStanding({ blockedUntil, reason }: Standing, now: number): AppError | undefined {
  if (blockedUntil === null) return undefined;
  const until = sayDate(localDateOf(blockedUntil), localDateOf(now));
  return new AppError('appointment.blocked', { until, reason: reason ?? '' });
}

/** Why somebody may not book this day now by the rules; undefined when he may. */
export const refusalByPolicy = (
  on: LocalDate,
  rules: BookingPolicyRules,
  { days, standing, now }: { days: BookableDays; standing: Standing; now: number },
): AppError | undefined => refusalByHours(rules, now) ?? refusalByDay(on, days) ?? refusalByStanding(standing, now);
