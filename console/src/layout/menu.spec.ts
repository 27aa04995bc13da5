import { describe, expect, it } from '@jest/globals';
import type { StaffMeView, StaffRole } from '@yiyun/shared';
import { homeOf, menuOf } from './menu';

const me = (...roles: StaffRole[]): StaffMeView => ({
  id: 'x',
  account: 'x',
  name: '某人',
  roles,
  halls: [],
  mustChangePassword: false,
});
const labels = (...roles: StaffRole[]) => menuOf(me(...roles)).flatMap(({ items }) => items.map(({ label }) => label));

describe('the menu shows what the access table allows', () => {
  it('an officer sees the counter only and starts at the day board', () => {
    expect(labels('officer')).toEqual(['当日看板', '导税台', '今日工作台', '预约', '号票', '办件', '咨询', '电话联系']);
    expect(homeOf(me('officer'))).toBe('/counter/board');
  });

  it('an administrator sees accounts, halls and the calendar, and no taxpayer’s business', () => {
    expect(labels('admin')).toEqual(['号源日历', '办税服务厅', '工作日历', '工作人员']);
  });

  it('an expert sees questions only', () => {
    expect(labels('expert')).toEqual(['咨询']);
  });

  it('no key leads to two pages', () => {
    const combos = menuOf(me('officer', 'expert', 'manager', 'admin')).flatMap(({ items }) =>
      items.map(({ combo }) => combo),
    );
    expect(new Set(combos).size).toBe(combos.length);
  });

  it('two roles see what either sees', () => {
    expect(labels('expert', 'admin')).toEqual(['咨询', '号源日历', '办税服务厅', '工作日历', '工作人员']);
  });
});
