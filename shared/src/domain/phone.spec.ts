import { describe, expect, it } from '@jest/globals';
import { makePhone, normalisePhone, phoneProblem } from './phone.js';

describe('mobile number', () => {
  it('is stored as 11 digits however it is typed', () => {
    const typed = ['13812345678', '138 1234 5678', '138-1234-5678', '+86 138 1234 5678', '0086-13812345678'];
    for (const text of [...typed, '8613812345678', '１３８１２３４５６７８']) {
      expect(normalisePhone(text)).toBe('13812345678');
      expect(phoneProblem(text)).toBeUndefined();
    }
  });

  it('says what is wrong', () => {
    expect(phoneProblem('')).toBe('length');
    expect(phoneProblem('1381234567')).toBe('length');
    expect(phoneProblem('86138123456')).toBe('prefix');
    expect(phoneProblem('+85261234567')).toBe('character');
    expect(phoneProblem('1381234567a')).toBe('character');
    expect(phoneProblem('12012345678')).toBe('prefix');
    expect(phoneProblem('05748765432')).toBe('prefix');
  });

  it('makes a different number for each serial', () => {
    const made = Array.from({ length: 1000 }, (_, i) => makePhone(i * 9999));
    expect(new Set(made).size).toBe(1000);
    expect(made.filter(phoneProblem)).toEqual([]);
    expect(() => makePhone(10_000_000)).toThrow(RangeError);
    expect(() => makePhone(-1)).toThrow(RangeError);
  });
});
