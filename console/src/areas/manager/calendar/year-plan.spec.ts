import { describe, expect, it } from '@jest/globals';
import { CHINA_HOLIDAYS, CHINA_MAKEUP_DAYS } from '@yiyun/shared';
import { sayEnd, stretchesOf, yearPlan } from './year-plan';

const days = [
  ...Object.entries(CHINA_HOLIDAYS).map(([on, name]) => ({ on, off: true, name })),
  ...Object.keys(CHINA_MAKEUP_DAYS).map((on) => ({ on, off: false, name: '调休上班' })),
].filter(({ on }) => on.startsWith('2026'));
const calendar = { days, coversFromOn: '2024-01-01', coversUntilOn: '2026-12-31' };

describe('a year on the wall', () => {
  it('has every day once, each under its weekday', () => {
    const cells = yearPlan(2026, calendar).flatMap(({ weeks }) => weeks);
    expect(cells.every((week) => week.length === 7)).toBe(true);
    expect(cells.flat().filter(Boolean)).toHaveLength(365);
    const october = yearPlan(2026, calendar)[9];
    expect(october?.weeks[0]?.map((cell) => cell?.day ?? 0)).toEqual([0, 0, 0, 1, 2, 3, 4]);
  });

  it('tells holidays, make-up days, weekends and working days apart', () => {
    const kinds = new Map(
      yearPlan(2026, calendar)
        .flatMap(({ weeks }) => weeks.flat())
        .map((cell) => [cell?.on, cell?.kind]),
    );
    expect(kinds.get('2026-10-01')).toBe('holiday');
    expect(kinds.get('2026-10-10')).toBe('makeup');
    expect(kinds.get('2026-10-11')).toBe('weekend');
    expect(kinds.get('2026-10-12')).toBe('work');
  });

  it('claims nothing about days that nobody has loaded', () => {
    const kinds = yearPlan(2027, { ...calendar, days: [] }).flatMap(({ weeks }) =>
      weeks.flat().map((cell) => cell?.kind),
    );
    expect(new Set(kinds)).toEqual(new Set(['unknown', undefined]));
  });

  it('joins days of one name that follow each other', () => {
    expect(stretchesOf(days)).toContainEqual({
      name: '国庆节',
      off: true,
      fromOn: '2026-10-01',
      untilOn: '2026-10-07',
    });
    expect(stretchesOf(days).filter(({ off }) => !off)).toHaveLength(6);
  });

  it('says when the calendar ends', () => {
    expect(sayEnd({ coversUntilOn: '2026-12-31', daysLeft: 39, warning: true })).toBe(
      '工作日历只到2026年12月31日，还有 39 天。',
    );
    expect(sayEnd({ coversUntilOn: '2026-12-31', daysLeft: -1, warning: true })).toContain('已经过期');
  });
});
