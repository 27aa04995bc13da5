import { describe, expect, it } from '@jest/globals';
import { resetPasswordRules } from '@yiyun/shared';
import { readForm } from '../../../forms/problems';
import { makeInitialPassword } from './initial-password';

describe('a password to hand over', () => {
  it('is one that the server takes, and not the same twice', () => {
    const made = Array.from({ length: 200 }, () => makeInitialPassword());
    for (const initialPassword of made) {
      expect(initialPassword).toMatch(/^([a-z]\d){2}-([a-z]\d){2}-([a-z]\d){2}$/);
      expect(readForm(resetPasswordRules, { initialPassword }).problems).toEqual([]);
    }
    expect(new Set(made).size).toBe(200);
  });

  it('uses all of its letters and digits, and none that is easily confused', () => {
    const used = new Set(Array.from({ length: 200 }, () => makeInitialPassword()).join(''));
    expect([...used].sort().join('')).toBe('-23456789abcdefghjkmnpqrstuvwxyz');
  });
});
