import { AppError, type StaffRole } from '@yiyun/shared';
import type { StaffActor } from '../../../platform/http/context.js';

const PRIVILEGED: readonly StaffRole[] = ['manager', 'admin'];
const isPrivileged = (roles: readonly StaffRole[]): boolean => roles.some((role) => PRIVILEGED.includes(role));

/** Managers keep the accounts of officers and experts; only administrators keep those of managers and administrators. */
export function requireMayKeep(actor: StaffActor, ...accounts: readonly StaffRole[][]): void {
  if (actor.roles.includes('admin')) return;
  if (accounts.some(isPrivileged)) throw new AppError('identity.role_not_grantable');
}

/** Nobody takes away his own access, be it by mistake. */
export function requireKeepsOwnAccess(
  actor: StaffActor,
  staffId: string,
  next: { roles: readonly StaffRole[]; active: boolean },
): void {
  if (actor.id !== staffId) return;
  const losesRole = PRIVILEGED.some((role) => actor.roles.includes(role) && !next.roles.includes(role));
  if (!next.active || losesRole) throw new AppError('identity.own_access');
}
