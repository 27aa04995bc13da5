import { describe, expect, it } from '@jest/globals';
import { addDays, isoWeekOf } from '@yiyun/shared';
import { isRunning, mondayOf, presetsOf, sayWeek } from './period';

describe('periods', () => {
  it('end today and have as many days as they say', () => {
    const presets = new Map(presetsOf('2026-11-23').map(({ label, period }) => [label, period]));
    expect(presets.get('最近 4 周')).toEqual({ fromOn: '2026-10-27', untilOn: '2026-11-23' });
    expect(presets.get('本季度')).toEqual({ fromOn: '2026-10-01', untilOn: '2026-11-23' });
    expect(presets.get('今年')?.fromOn).toBe('2026-01-01');
    expect(presetsOf('2026-03-31').find(({ label }) => label === '本季度')?.period.fromOn).toBe('2026-01-01');
  });

  it('finds the Monday of every week, as shared names the week', () => {
    for (let on = '2024-01-01'; on < '2028-01-10'; on = addDays(on, 7)) expect(mondayOf(isoWeekOf(on))).toBe(on);
  });

  it('says a week by its Monday, and which one is still running', () => {
    expect(sayWeek('2026-W47')).toBe('11月16日');
    expect(isRunning('2026-W48', '2026-11-23')).toBe(true);
    expect(isRunning('2026-W47', '2026-11-23')).toBe(false);
  });
});
