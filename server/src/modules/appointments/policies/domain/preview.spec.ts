import { describe, expect, it } from '@jest/globals';
import { addDays, type BookingPolicyRules, defaultBookingRules, instantAt } from '@yiyun/shared';
import { type Month, type Past, type PastBooking, refusedBy, wasBlocked } from './preview.js';

const booking = (over: Partial<PastBooking> & { bookedAt: number }): PastBooking => ({
  onDay: '2026-10-20',
  startsAt: instantAt(over.onDay ?? '2026-10-20', 540),
  taxpayerId: 't1',
  citizenId: 'c1',
  cancelledAt: null,
  ...over,
});
const at = (on: string, minutes = 600): number => instantAt(on, minutes);
const noPast: Past = { strikes: [], keptAt: [] };
const month = (bookings: PastBooking[], pastOf: Month['pastOf'] = () => noPast): Month => ({
  bookings,
  pastOf,
  daysOn: (today) => ({ fromOn: addDays(today, 1), untilOn: addDays(today, 7) }),
});
const refused = (rules: Partial<BookingPolicyRules>, looked: Month) =>
  Object.fromEntries(
    refusedBy({ ...defaultBookingRules, ...rules }, looked).map(({ reason, count }) => [reason, count]),
  );

describe('what rules would have done to a month', () => {
  it('refuses by the hour and by the day', () => {
    const bookings = [
      booking({ bookedAt: at('2026-10-19', 5 * 60) }),
      booking({ bookedAt: at('2026-10-20') }),
      booking({ bookedAt: at('2026-10-12') }),
      booking({ bookedAt: at('2026-10-19') }),
    ];
    expect(refused({ bookableFromMinutes: 360 }, month(bookings))).toEqual({
      不在受理预约的时间: 1,
      超出可以预约的天数: 2,
    });
  });

  it('refuses what is above the limit of a half-day; cancelled ones and those refused make room', () => {
    const first = booking({ bookedAt: at('2026-10-18') });
    const cancelled = booking({ bookedAt: at('2026-10-18'), cancelledAt: at('2026-10-18', 700) });
    const second = booking({ bookedAt: at('2026-10-19') });
    expect(refused({}, month([first, second]))).toEqual({ 超出每半天的预约次数: 1 });
    expect(refused({}, month([cancelled, second]))).toEqual({});
    expect(refused({ perTaxpayerHalfDay: 2 }, month([first, second]))).toEqual({});
    const another = { ...second, taxpayerId: 't2' };
    expect(refused({}, month([first, another]))).toEqual({});
    expect(refused({ perCitizenHalfDay: 1 }, month([first, another]))).toEqual({ 超出每半天的预约次数: 1 });
    const tooEarly = booking({ bookedAt: at('2026-10-01') });
    expect(refused({}, month([tooEarly, second]))).toEqual({ 超出可以预约的天数: 1 });
  });

  it('refuses who was blocked then, not before', () => {
    const strikes = ['2026-10-05', '2026-10-15'].map((on) => ({ kind: 'noShow' as const, at: at(on) }));
    const rules = { noShowCount: 2, noShowWindow: 'month', noShowBlock: 'days', noShowBlockDays: 3 } as const;
    const bookings = ['2026-10-14', '2026-10-16', '2026-10-19'].map((on) =>
      booking({ bookedAt: at(on), onDay: addDays(on, 2) }),
    );
    expect(
      refused(
        rules,
        month(bookings, () => ({ strikes, keptAt: [] })),
      ),
    ).toEqual({ 因爽约或取消次数在限制期内: 1 });
    const blocked = (fromOn: string, untilOn: string) =>
      wasBlocked(
        { strikes, keptAt: [] },
        { ...defaultBookingRules, ...rules },
        instantAt(fromOn, 0),
        instantAt(untilOn, 0),
      );
    expect(blocked('2026-10-01', '2026-10-15')).toBe(false);
    expect(blocked('2026-10-01', '2026-10-16')).toBe(true);
    expect(blocked('2026-10-18', '2026-10-31')).toBe(true);
    expect(blocked('2026-10-19', '2026-10-31')).toBe(false);
  });
});
