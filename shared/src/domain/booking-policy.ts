import type { BookingPolicyRules } from '../contract/policies.js';
import { MINUTE_MS } from './local-date.js';

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
