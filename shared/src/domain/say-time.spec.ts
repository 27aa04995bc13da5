import { describe, expect, it } from '@jest/globals';
import { instantAt } from './local-date.js';
import { sayDate, sayDuration, sayInstant, sayTimeOfDay } from './say-time.js';

const MINUTE = 60_000;
const now = instantAt('2026-11-22', 23 * 60 + 50);

describe('time in words', () => {
  it('says the near days by name and the others by date and weekday', () => {
    expect(sayInstant(instantAt('2026-11-22', 14 * 60 + 30), now)).toBe('今天 14:30');
    expect(sayInstant(instantAt('2026-11-23', 9 * 60), now)).toBe('明天 09:00');
    expect(sayInstant(instantAt('2026-11-21', 0), now)).toBe('昨天 00:00');
    expect(sayInstant(instantAt('2026-11-25', 9 * 60), now)).toBe('11月25日 周三 09:00');
    expect(sayDate('2026-11-29', '2026-11-22')).toBe('11月29日 周日');
  });

  it('adds the year when it is another one, but not to yesterday and tomorrow', () => {
    expect(sayInstant(instantAt('2027-01-04', 9 * 60), now)).toBe('2027年1月4日 周一 09:00');
    expect(sayDate('2027-01-01', '2026-12-31')).toBe('明天');
    expect(sayDate('2025-12-31', '2026-01-01')).toBe('昨天');
  });

  it('says durations in two units, rounded down', () => {
    expect(sayDuration(59_999)).toBe('不到1分钟');
    expect(sayDuration(45 * MINUTE + 59_000)).toBe('45分钟');
    expect(sayDuration(60 * MINUTE)).toBe('1小时');
    expect(sayDuration(90 * MINUTE)).toBe('1小时30分钟');
    expect(sayDuration(24 * 60 * MINUTE)).toBe('1天');
    expect(sayDuration((3 * 24 * 60 + 2 * 60 + 59) * MINUTE)).toBe('3天2小时');
    expect(sayDuration(-90 * MINUTE)).toBe('1小时30分钟');
  });

  it('says the time of day', () => {
    expect(sayTimeOfDay(0)).toBe('00:00');
    expect(sayTimeOfDay(545)).toBe('09:05');
    expect(sayTimeOfDay(1440)).toBe('24:00');
  });
});
