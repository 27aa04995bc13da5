import { describe, expect, it } from '@jest/globals';
import { type CallResult, callResults, HOUR_MS, instantAt, MINUTE_MS } from '@yiyun/shared';
import fc from 'fast-check';
import { actAfterCall, callUnreadAt, heldUntil, nextCaller } from './calls.js';

const now = instantAt('2026-11-23', 14 * 60);

describe('calls to those affected', () => {
  it('end when somebody answers, after three failed calls, or when the number is wrong twice', () => {
    const after = (...results: CallResult[]) => actAfterCall(results.slice(0, -1), results.at(-1) as CallResult);
    expect(after('reached')).toBe('rebook');
    expect(after('noAnswer', 'noAnswer', 'declined')).toBe('decline');
    expect([after('noAnswer'), after('noAnswer', 'noAnswer')]).toEqual(['noteCall', 'noteCall']);
    expect(after('noAnswer', 'noAnswer', 'noAnswer')).toBe('giveUp');
    expect([after('wrongNumber'), after('wrongNumber', 'wrongNumber')]).toEqual(['noteCall', 'giveUp']);
    expect(after('noAnswer', 'wrongNumber', 'noAnswer')).toBe('giveUp');
  });

  it('A4: never stop short: giving up follows a ladder of failed calls and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...callResults), { maxLength: 5 }),
        fc.constantFrom(...callResults),
        (earlier, last) => {
          const failed: CallResult[] = [...earlier, last].filter((one) => one !== 'reached' && one !== 'declined');
          if (actAfterCall(earlier, last) === 'giveUp') expect(failed.length).toBeGreaterThanOrEqual(2);
          if (failed.length >= 3 && failed.includes(last)) expect(actAfterCall(earlier, last)).toBe('giveUp');
        },
      ),
    );
  });

  it('go round: no officer has more than one task more than another', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 9 }),
        fc.nat(60),
        (officers, tasks) => {
          const given = Array.from({ length: tasks }, (_, n) => nextCaller(officers, n));
          const counts = officers.map((officer) => given.filter((one) => one === officer).length);
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        },
      ),
    );
    expect(nextCaller([], 3)).toBeUndefined();
  });

  it('come sooner where the visit was soon; a place is let go before it begins', () => {
    expect(callUnreadAt(now, now + HOUR_MS)).toBe(now + 10 * MINUTE_MS);
    expect(callUnreadAt(now, now + 72 * HOUR_MS)).toBe(now + HOUR_MS);
    expect(heldUntil(now, now + 2 * HOUR_MS)).toBe(now + 90 * MINUTE_MS);
    expect(heldUntil(now, now + 72 * HOUR_MS)).toBe(now + 24 * HOUR_MS);
  });
});
