import { describe, expect, it } from '@jest/globals';
import { type Deadline, sayDue } from './due-words';

const NOW = Date.parse('2026-11-23T15:00:00+08:00');
const running = (workingDaysLeft: number, dueAt = NOW + 3_600_000): Deadline => ({
  dueAt,
  workingDaysLeft,
  paused: false,
  closedAt: null,
});

describe('a deadline as people say it', () => {
  it('says how many working days are left and calls for attention when few are', () => {
    expect(sayDue(running(5), NOW)).toEqual({ text: '还剩 5 个工作日', tone: 'working' });
    expect(sayDue(running(2), NOW)).toEqual({ text: '还剩 2 个工作日', tone: 'attention' });
    expect(sayDue(running(0), NOW)).toEqual({ text: '今天到期', tone: 'attention' });
  });

  it('says overdue on the same day after closing time, and by how many days later on', () => {
    expect(sayDue(running(0, NOW - 1), NOW)).toEqual({ text: '已超期', tone: 'failed' });
    expect(sayDue(running(-3, NOW - 1), NOW)).toEqual({ text: '已超期 3 个工作日', tone: 'failed' });
  });

  it('says that the clock stands still, has not begun, or has ended', () => {
    expect(sayDue({ ...running(0), paused: true, workingDaysLeft: null }, NOW).text).toBe('等待补正，不计时');
    expect(sayDue({ ...running(0), dueAt: null, workingDaysLeft: null }, NOW).text).toBe('受理后开始计时');
    expect(sayDue({ ...running(0), closedAt: NOW }, NOW).text).toBe('已结束');
  });
});
