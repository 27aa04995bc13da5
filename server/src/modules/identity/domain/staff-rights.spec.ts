import { describe, expect, it } from '@jest/globals';
import { AppError, type StaffRole, staffRoles } from '@yiyun/shared';
import fc from 'fast-check';
import type { StaffActor } from '../../../platform/http/context.js';
import { requireKeepsOwnAccess, requireMayKeep } from './staff-rights.js';

const actorWith = (...roles: StaffRole[]): StaffActor => ({
  kind: 'staff',
  id: 'me',
  sessionId: '',
  name: '',
  roles,
  hallIds: [],
  mustChangePassword: false,
});
const codeOf = (act: () => void): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};
const someRoles = fc.subarray([...staffRoles]);

describe('who may keep whose account', () => {
  it('is for an administrator everybody, for a manager whoever is neither before nor after', () => {
    fc.assert(
      fc.property(someRoles, someRoles, (before, after) => {
        const privileged = [...before, ...after].some((role) => role === 'manager' || role === 'admin');
        expect(codeOf(() => requireMayKeep(actorWith('manager'), before, after))).toBe(
          privileged ? 'identity.role_not_grantable' : undefined,
        );
        expect(codeOf(() => requireMayKeep(actorWith('admin'), before, after))).toBeUndefined();
      }),
    );
  });

  it('leaves everybody his own access', () => {
    const admin = actorWith('admin', 'manager');
    const change = (roles: StaffRole[], active = true, id = 'me') =>
      codeOf(() => requireKeepsOwnAccess(admin, id, { roles, active }));
    expect(change(['admin', 'manager', 'officer'])).toBeUndefined();
    expect(change(['admin'])).toBe('identity.own_access');
    expect(change(['manager'])).toBe('identity.own_access');
    expect(change(['admin', 'manager'], false)).toBe('identity.own_access');
    expect(change([], false, 'somebody else')).toBeUndefined();
  });
});
