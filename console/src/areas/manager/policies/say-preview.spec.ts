import { describe, expect, it } from '@jest/globals';
import { sayPreview } from './say-preview';

const preview = {
  fromOn: '2026-10-01',
  untilOn: '2026-10-31',
  bookings: 200,
  refused: [
    { reason: '超出可约天数', count: 6 },
    { reason: '半天约了两个', count: 4 },
  ],
  blockedNow: 3,
  blockedByDraft: 5,
};

describe('what a draft would have done to last month', () => {
  it('says how many bookings and how many more blocked', () => {
    expect(sayPreview(preview)).toBe('上个月的 200 个预约里，有 10 个约不上（5%）。被限制预约的户会多 2 户。');
  });

  it('says that nothing changes, and that nothing can be told', () => {
    expect(sayPreview({ ...preview, refused: [], blockedByDraft: 3 })).toBe(
      '上个月的 200 个预约都还能约上。被限制预约的户数不变。',
    );
    expect(sayPreview({ ...preview, bookings: 0 })).toMatch('没有预约');
  });
});
