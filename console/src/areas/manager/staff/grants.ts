import { type StaffMeView, type StaffRole, type StaffView, staffRoles } from '@yiyun/shared';

/** Only an administrator grants, changes or resets accounts with these roles. */
const guarded: readonly StaffRole[] = ['manager', 'admin'];

/** The roles that the person may give to others. */
export const grantableRoles = (me: StaffMeView): StaffRole[] =>
  staffRoles.filter((role) => me.roles.includes('admin') || !guarded.includes(role));

/** Whether the person may change this account at all. */
export const mayChange = (me: StaffMeView, { roles }: Pick<StaffView, 'roles'>): boolean =>
  roles.every((role) => grantableRoles(me).includes(role));
