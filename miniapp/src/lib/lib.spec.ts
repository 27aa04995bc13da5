import { a11y, controlA11y } from './a11y';
import { addDays, dateOf, daysBetween, sayClock, sayDay, sayDuration, sayExactly, sayWhen, timeOf } from './time';

describe('times, by Shanghai’s clock whatever the phone’s zone', () => {
  const at = Date.UTC(2026, 10, 22, 16, 30, 5);

  it('turn the day at 16:00 UTC', () => {
    expect(dateOf(at)).toBe('2026-11-23');
    expect(timeOf(at)).toBe('00:30');
    expect(dateOf(Date.UTC(2026, 10, 22, 15, 59, 59))).toBe('2026-11-22');
  });

  it('are said as people say them', () => {
    expect(sayWhen(at, at)).toBe('今天 00:30');
    expect(sayDay('2026-11-24', '2026-11-23')).toBe('明天');
    expect(sayDay('2026-11-22', '2026-11-23')).toBe('昨天');
    expect(sayDay('2026-12-01', '2026-11-23')).toBe('12月1日 周二');
    expect(sayDay('2025-12-31', '2026-11-23')).toBe('2025年12月31日');
    expect(sayExactly(at)).toBe('2026年11月23日 00:30:05');
  });

  it('count days over the end of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3);
  });

  it('show and say durations', () => {
    expect(sayClock(65_400)).toBe('1:05');
    expect(sayClock(-20)).toBe('0:00');
    expect(sayDuration(65_400)).toBe('1 分 5 秒');
    expect(sayDuration(7000)).toBe('7 秒');
  });
});

describe('a11y', () => {
  afterEach(() => {
    process.env.TARO_ENV = 'h5';
  });

  it('spells for a browser', () => {
    expect(a11y({ role: 'radio', checked: false, label: '甲' })).toEqual({
      role: 'radio',
      'aria-checked': 'false',
      'aria-label': '甲',
      tabindex: 0,
    });
    expect(a11y({ role: 'heading', level: 1, tabStop: false })).toEqual({
      role: 'heading',
      'aria-level': '1',
      tabindex: -1,
    });
    expect(a11y({ role: 'list' })).toEqual({ role: 'list' });
  });

  it('spells for WeChat', () => {
    process.env.TARO_ENV = 'weapp';
    expect(a11y({ role: 'radio', checked: false, label: '甲', describedBy: 'x', level: 2 })).toEqual({
      ariaRole: 'radio',
      ariaChecked: false,
      ariaLabel: '甲',
    });
  });

  it('puts a control’s properties on the native control in a browser', () => {
    expect(controlA11y({ labelledBy: 'x' }, { inputmode: 'tel' })).toEqual({
      nativeProps: { 'aria-labelledby': 'x', inputmode: 'tel' },
    });
  });
});
