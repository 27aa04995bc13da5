import { createContext, useContext } from 'react';
import type { Role, StaffMe } from './session';

export const Me = createContext<StaffMe | undefined>(undefined);

/** Who is signed in; only inside the shell, which shows nothing before it knows. */
export function useMe(): StaffMe {
  const me = useContext(Me);
  if (!me) throw new Error('useMe outside the shell');
  return me;
}

/** Whether the person has one of these roles. */
export const hasRole = (me: StaffMe, roles: readonly Role[]): boolean => roles.some((role) => me.roles.includes(role));
