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
    expect(labels('officer')).toEqual(['今日工作台', '预约', '办件', '咨询']);
    expect(homeOf(me('officer'))).toBe('/counter/today');
  });

  it('an administrator sees accounts, halls and the calendar, and no taxpayer’s business', () => {
    expect(labels('admin')).toEqual(['办税服务厅', '工作日历', '工作人员']);
  });

  it('an expert sees questions only', () => {
    expect(labels('expert')).toEqual(['咨询']);
  });

  it('two roles see what either sees', () => {
    expect(labels('expert', 'admin')).toEqual(['咨询', '办税服务厅', '工作日历', '工作人员']);
  });
});
