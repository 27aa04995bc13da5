import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeUscc, normaliseUscc, usccProblem } from './uscc.js';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const charOf = fc.constantFrom(...Array.from(ALPHABET));
const seed = fc
  .tuple(fc.string({ unit: charOf, minLength: 11, maxLength: 11 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([chars, division]) => chars.slice(0, 2) + String(division).padStart(6, '0') + chars.slice(2));

describe('unified social credit code', () => {
  it('accepts the example of the standard and codes of well-known companies', () => {
    for (const uscc of ['91350100M000100Y43', '914403001922038216', '9144030071526726XG', '91330100799655058B']) {
      expect(usccProblem(uscc)).toBeUndefined();
    }
  });

  it('does not mind spaces, hyphens, case and full-width characters', () => {
    expect(usccProblem(' 91350100-m000 100y43 ')).toBeUndefined();
    expect(normaliseUscc('９１35 0100-m000100y43')).toBe('91350100M000100Y43');
  });

  it('says what is wrong', () => {
    expect(usccProblem('')).toBe('length');
    expect(usccProblem('91350100M000100Y4')).toBe('length');
    expect(usccProblem('91350100M000100I43')).toBe('character');
    expect(usccProblem('91350100M000100Y4O')).toBe('character');
    expect(usccProblem('9135010AM000100Y43')).toBe('character');
    expect(usccProblem('91350100M000100Y44')).toBe('checkDigit');
  });

  it('makes codes that pass, and notices every single wrong character', () => {
    fc.assert(
      fc.property(seed, fc.nat(17), charOf, (first17, place, char) => {
        const uscc = makeUscc(first17);
        const wrong = uscc.slice(0, place) + char + uscc.slice(place + 1);
        return usccProblem(uscc) === undefined && (wrong === uscc || usccProblem(wrong) !== undefined);
      }),
    );
    expect(() => makeUscc('91350100M000100Y43')).toThrow(RangeError);
  });
});
