import { describe, expect, it } from '@jest/globals';
import { sayAffected } from './say-affected';

describe('whom a closure affects', () => {
  it('says bookings, who waits in the hall, and slots', () => {
    expect(sayAffected({ affected: 37, byMatter: [], waiting: 2, slotsClosed: 12 })).toBe(
      '37 个预约要改约，厅里还有 2 人在等叫号，关闭 12 个时段。',
    );
  });

  it('says that nobody is', () => {
    expect(sayAffected({ affected: 0, byMatter: [], waiting: 0, slotsClosed: 4 })).toBe(
      '没有已约好的人受影响，关闭 4 个时段。',
    );
  });
});
