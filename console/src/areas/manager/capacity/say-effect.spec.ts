import { describe, expect, it } from '@jest/globals';
import { sayEffect } from './say-effect';

const day = (before: number, after: number) => ({ on: '2026-11-25', before, after, booked: 3 });
const touched = { id: 'a', referenceNo: 'r', startsAt: 0, matterName: '发票', taxpayerName: '某公司' };

describe('what a change does, in a sentence', () => {
  it('says days, places and who has none any more', () => {
    expect(sayEffect({ days: [day(20, 12), day(20, 16)], touched: [touched] })).toBe(
      '影响 2 天的号源，共减少 12 个名额，有 1 个预约放不下。',
    );
    expect(sayEffect({ days: [day(10, 14)], touched: [] })).toBe(
      '影响 1 天的号源，共增加 4 个名额，已有的预约都放得下。',
    );
  });

  it('says that nothing changes', () => {
    expect(sayEffect({ days: [], touched: [] })).toBe('号源没有变化。');
    expect(sayEffect({ days: [day(10, 10)], touched: [] })).toMatch('总数不变');
  });
});
