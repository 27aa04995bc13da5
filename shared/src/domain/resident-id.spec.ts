import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './local-date.js';
import { birthDateOf, makeResidentId, normaliseResidentId, residentIdProblem } from './resident-id.js';

const bornOn = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1915-01-01', days));

describe('resident id', () => {
  it('accepts the examples of the standard, also as people type them', () => {
    expect(residentIdProblem('11010519491231002X')).toBeUndefined();
    expect(residentIdProblem('440524188001010014')).toBeUndefined();
    expect(residentIdProblem(' 110105 19491231-002x')).toBeUndefined();
    expect(normaliseResidentId('１１０１０５ 19491231 002ｘ')).toBe('11010519491231002X');
  });

  it('says what is wrong', () => {
    expect(residentIdProblem('')).toBe('length');
    expect(residentIdProblem('110105491231002')).toBe('length');
    expect(residentIdProblem('11010519491231X02')).toBe('length');
    expect(residentIdProblem('1101051949123100XX')).toBe('character');
    expect(residentIdProblem('010105194912310020')).toBe('character');
    expect(residentIdProblem('110105194902290020')).toBe('birthDate');
    expect(residentIdProblem('110105194913310020')).toBe('birthDate');
    expect(residentIdProblem('110105194912310021')).toBe('checkDigit');
  });

  it('makes numbers that pass, X included, and notices every single wrong digit', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(bornOn, fc.nat(999), fc.nat(16), fc.nat(9), (date, sequence, place, digit) => {
        const id = makeResidentId('999999', date, sequence);
        seen.add(id.charAt(17));
        const wrong = id.slice(0, place) + digit + id.slice(place + 1);
        expect(birthDateOf(id)).toBe(date);
        expect(residentIdProblem(id)).toBeUndefined();
        if (wrong !== id) expect(residentIdProblem(wrong)).toBeDefined();
      }),
      { numRuns: 500 },
    );
    expect(seen.size).toBe(11);
  });

  it('makes nothing from impossible parts', () => {
    expect(() => makeResidentId('999999', '2025-02-29', 1)).toThrow(RangeError);
    expect(() => makeResidentId('99999', '2025-02-28', 1)).toThrow(RangeError);
    expect(() => makeResidentId('999999', '2025-02-28', 1000)).toThrow(RangeError);
  });
});
