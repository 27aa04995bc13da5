import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './local-date.js';
import {
  isReferenceNo,
  makeReferenceNo,
  normaliseReferenceNo,
  REFERENCE_SERIALS,
  type ReferencePrefix,
  sayReferenceNo,
} from './reference-no.js';

const ALPHABET = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
const referenceNo = fc
  .tuple(fc.constantFrom<ReferencePrefix>('Y', 'S', 'W'), fc.nat(20_000), fc.nat(REFERENCE_SERIALS - 1))
  .map(([prefix, days, serial]) => makeReferenceNo(prefix, addDays('2024-01-01', days), serial));

describe('reference numbers', () => {
  it('holds prefix, date, serial and check character', () => {
    expect(makeReferenceNo('Y', '2026-11-22', 0)).toMatch(/^Y26112200000[0-9A-Z]$/);
    expect(makeReferenceNo('S', '2026-01-05', REFERENCE_SERIALS - 1)).toMatch(/^S260105ZZZZZ[0-9A-Z]$/);
    fc.assert(fc.property(referenceNo, (no) => no.length === 13 && isReferenceNo(no)));
  });

  it('notices every wrong character and every swap of two, adjacent or not', () => {
    fc.assert(
      fc.property(referenceNo, fc.nat(12), fc.nat(12), fc.constantFrom(...ALPHABET), (no, i, j, char) => {
        const chars = Array.from(no);
        const wrong = [...chars.slice(0, i), char, ...chars.slice(i + 1)].join('');
        const swapped = chars.map((c, k) => (k === i ? chars[j] : k === j ? chars[i] : c)).join('');
        expect(isReferenceNo(wrong)).toBe(wrong === no);
        expect(isReferenceNo(swapped)).toBe(swapped === no);
      }),
      { numRuns: 2000 },
    );
  });

  it('notices them by the check character alone, in the part where every character is allowed', () => {
    const no = makeReferenceNo('W', '2026-11-22', 12_345_678);
    for (let place = 7; place < 13; place += 1) {
      const passing = ALPHABET.filter((char) => isReferenceNo(no.slice(0, place) + char + no.slice(place + 1)));
      expect(passing).toEqual([no.charAt(place)]);
    }
  });

  it('is read as people type it', () => {
    const no = makeReferenceNo('Y', '2026-11-20', 32 ** 4);
    expect(no.startsWith('Y2611201000')).toBe(true);
    const typed = ` y26ll2o-${no.slice(7).toLowerCase().replace(/0/g, 'O').replace(/1/g, 'i')} `;
    expect(normaliseReferenceNo(typed)).toBe(no);
    expect(isReferenceNo(typed)).toBe(true);
    expect(sayReferenceNo(typed)).toBe(`Y261120-${no.slice(7)}`);
    expect(isReferenceNo(sayReferenceNo(no))).toBe(true);
  });

  it('refuses other prefixes, impossible dates and other lengths', () => {
    for (const text of ['', 'Y261122', 'Y2611220000000', 'U261122000000', '91330212MA2AX']) {
      expect(isReferenceNo(text)).toBe(false);
    }
    const onImpossibleDate = ALPHABET.map((char) => `Y26023000000${char}`);
    expect(onImpossibleDate.filter(isReferenceNo)).toEqual([]);
    expect(() => makeReferenceNo('Y', '2026-02-30', 0)).toThrow(RangeError);
    expect(() => makeReferenceNo('Y', '2026-02-28', REFERENCE_SERIALS)).toThrow(RangeError);
    expect(() => makeReferenceNo('Y', '2026-02-28', 0.5)).toThrow(RangeError);
  });
});
