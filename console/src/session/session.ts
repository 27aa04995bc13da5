import { useQuery } from '@tanstack/react-query';
import { send } from '../api/transport';

export type Role = 'officer' | 'expert' | 'manager' | 'admin';

/** Who works at this console. */
export interface StaffMe {
  id: string;
  account: string;
  name: string;
  roles: Role[];
  halls: { id: string; name: string }[];
}

export const sessionKey = ['session'] as const;

/** Signs in; the session itself is a cookie that scripts can't read. */
export const signIn = (account: string, password: string): Promise<StaffMe> =>
  send({ method: 'POST', path: '/public/staff/sign-in', body: { account, password } }) as Promise<StaffMe>;

/** Ends the session on the server. */
export const signOut = (): Promise<unknown> => send({ method: 'POST', path: '/staff/sign-out' });

/** The signed-in officer, read once. */
export const useSession = () =>
  useQuery({
    queryKey: sessionKey,
    queryFn: () => send({ method: 'GET', path: '/staff/me' }) as Promise<StaffMe>,
    staleTime: Number.POSITIVE_INFINITY,
  });
