import type { StaffMeView, StaffView } from '@yiyun/shared';
import type { HallNames } from '../hall-names.js';
import type { StaffRow } from './staff.entities.js';

export function staffView(row: StaffRow, now: number): StaffView {
  const { id, account, name, roles, hallIds, active, lastSignInAt, version } = row;
  const lockedUntil = row.lockedUntil > now ? row.lockedUntil : null;
  return { id, account, name, roles, hallIds, active, lockedUntil, lastSignInAt, version };
}

export function staffMeView(row: StaffRow, halls: HallNames): StaffMeView {
  const { id, account, name, roles, hallIds, mustChangePassword } = row;
  const known = hallIds.map((hallId) => ({ id: hallId, name: halls.find(hallId)?.name ?? '' }));
  return { id, account, name, roles, halls: known, mustChangePassword };
}
