import type { StaffMeView, StaffRole } from '@yiyun/shared';
import { createContext, useContext } from 'react';

export const Me = createContext<StaffMeView | undefined>(undefined);

/** Who is signed in; only inside the shell, which shows nothing before it knows. */
export function useMe(): StaffMeView {
  const me = useContext(Me);
  if (!me) throw new Error('useMe outside the shell');
  return me;
}

/** Whether the person has one of these roles. */
export const hasRole = (me: StaffMeView, roles: readonly StaffRole[]): boolean =>
  roles.some((role) => me.roles.includes(role));

/** Whether the person acts at this hall's counter; the server's `hallAct`. */
export const worksAt = (me: StaffMeView, hallId: string): boolean =>
  me.roles.includes('officer') && me.halls.some(({ id }) => id === hallId);

export const roleNames: Record<StaffRole, string> = {
  officer: '窗口人员',
  expert: '专家',
  manager: '管理人员',
  admin: '系统管理员',
};
