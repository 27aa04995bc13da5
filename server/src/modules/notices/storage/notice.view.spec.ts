import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { excerptOf } from './notice.view.js';

describe('the excerpt of a notice', () => {
  it('is one line of at most sixty characters, from the beginning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (body) => {
        const excerpt = excerptOf(body);
        expect(Array.from(excerpt.replace(/…$/, '')).length).toBeLessThanOrEqual(60);
        expect(body.replace(/\s+/g, ' ').trim().startsWith(excerpt.replace(/…$/, ''))).toBe(true);
      }),
    );
  });

  it('says when there is more', () => {
    expect(excerptOf('税'.repeat(60))).toBe('税'.repeat(60));
    expect(excerptOf('税'.repeat(61))).toBe(`${'税'.repeat(60)}…`);
    expect(excerptOf('第一行\n\n  第二行')).toBe('第一行 第二行');
  });
});
