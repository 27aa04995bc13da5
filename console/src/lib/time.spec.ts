import { describe, expect, it } from '@jest/globals';
import { localDateOf } from '@yiyun/shared';
import { clipLength, clockTime, exactTime, saidDate, saidTime } from './time';

const at = (iso: string) => Date.parse(iso);
const NOON = at('2026-11-22T12:00:00+08:00');

describe('time as people say it, always in Asia/Shanghai', () => {
  it('names yesterday, today and tomorrow by the local date, not by 24 hours', () => {
    expect(saidTime(at('2026-11-22T00:00:00+08:00'), NOON)).toBe('今天 00:00');
    expect(saidTime(at('2026-11-21T23:59:59+08:00'), NOON)).toBe('昨天 23:59');
    expect(saidTime(at('2026-11-23T00:00:00+08:00'), NOON)).toBe('明天 00:00');
  });

  it('names the month and day otherwise, and the year only when it differs', () => {
    expect(saidTime(at('2026-11-25T14:30:00+08:00'), NOON)).toBe('11月25日 14:30');
    expect(saidTime(at('2025-03-04T14:30:00+08:00'), NOON)).toBe('2025年3月4日 14:30');
    expect(saidDate('2026-11-25', NOON)).toBe('11月25日 周三');
    expect(saidDate('2026-11-22', NOON)).toBe('今天');
  });

  it('turns the day at 16:00 UTC', () => {
    expect(localDateOf(at('2026-11-21T15:59:59Z'))).toBe('2026-11-21');
    expect(localDateOf(at('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
    expect(clockTime(at('2026-11-21T16:00:00Z'))).toBe('00:00');
  });

  it('gives the exact instant on demand', () => {
    expect(exactTime(at('2026-11-22T06:30:05Z'))).toBe('2026年11月22日 周日 14:30:05（北京时间）');
  });

  it('counts the length of a recording in whole seconds', () => {
    expect([0, 999, 7_400, 60_000, 750_000].map(clipLength)).toEqual(['0:00', '0:00', '0:07', '1:00', '12:30']);
  });
});
