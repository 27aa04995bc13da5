import { describe, expect, it } from '@jest/globals';
import { MINUTE_MS } from '@yiyun/shared';
import { sayBound, sayEstimate, sayMatters, waitedMinutes } from './ticket-words';

const READ = 1_000_000_000;

describe('how long somebody waits', () => {
  it('counts whole minutes and never less than none', () => {
    expect(waitedMinutes({ drawnAt: READ - 119_000 }, READ)).toBe(1);
    expect(waitedMinutes({ drawnAt: READ + 5_000 }, READ)).toBe(0);
  });

  it('goes on counting to the bound between two readings', () => {
    expect(sayBound({ boundInMinutes: 20 }, READ, READ)).toEqual({ text: '20 分' });
    expect(sayBound({ boundInMinutes: 20 }, READ, READ + 16 * MINUTE_MS)).toEqual({
      text: '还有 4 分到上限',
      tone: 'attention',
    });
    expect(sayBound({ boundInMinutes: 0 }, READ, READ + 3 * MINUTE_MS)).toEqual({
      text: '已超 3 分',
      tone: 'failed',
    });
  });

  it('says nothing of a bound where there is none', () => {
    expect(sayBound({ boundInMinutes: null }, READ, READ)).toEqual({ text: '' });
  });
});

describe('words of a ticket', () => {
  it('joins the matters and says the range', () => {
    const matters = [
      { id: '1', name: '发票领用', group: 'simple' as const },
      { id: '2', name: '税务登记', group: 'simple' as const },
    ];
    expect(sayMatters({ matters })).toBe('发票领用、税务登记');
    expect(sayEstimate({ p50Minutes: 12, p80Minutes: 20 })).toBe('约 12–20 分钟');
    expect(sayEstimate({ p50Minutes: 5, p80Minutes: 5 })).toBe('约 5 分钟');
    expect(sayEstimate({ p50Minutes: 0, p80Minutes: 0 })).toBe('不到 1 分钟');
    expect(sayEstimate({ p50Minutes: 0, p80Minutes: 3 })).toBe('不到 3 分钟');
  });

  it('an unknown wait is said to be unknown', () => {
    expect(sayEstimate(null)).toMatch('不详');
  });
});
