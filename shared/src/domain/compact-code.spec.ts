import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compactCode, toHalfWidth } from './compact-code.js';

describe('codes as typed', () => {
  it('reads full-width letters, digits and signs as half-width, place for place', () => {
    expect(toHalfWidth('１３８－Ａｘ＠　好')).toBe('138-Ax@ 好');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => toHalfWidth(text).length === text.length));
  });

  it('drops spaces and hyphens of every kind and raises letters', () => {
    expect(compactCode(' 9133–0212 ma２a\u200b—x ')).toBe('91330212MA2AX');
  });
});
