import { describe, expect, it } from '@jest/globals';
import type { StaffMeView, StaffRole } from '@yiyun/shared';
import { grantableRoles, mayChange } from './grants';

const me = (...roles: StaffRole[]): StaffMeView => ({
  id: 'x',
  account: 'x',
  name: '某人',
  roles,
  halls: [],
  mustChangePassword: false,
});

describe('who grants what', () => {
  it('a manager grants counter roles only, and leaves managers and administrators alone', () => {
    expect(grantableRoles(me('manager'))).toEqual(['officer', 'expert']);
    expect(mayChange(me('manager'), { roles: ['officer'] })).toBe(true);
    expect(mayChange(me('manager'), { roles: ['officer', 'manager'] })).toBe(false);
    expect(mayChange(me('manager'), { roles: ['admin'] })).toBe(false);
  });

  it('an administrator grants every role', () => {
    expect(grantableRoles(me('admin'))).toEqual(['officer', 'expert', 'manager', 'admin']);
    expect(mayChange(me('admin'), { roles: ['admin'] })).toBe(true);
  });
});
