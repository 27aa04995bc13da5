import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { keys } from '../api/keys';

/** The signed-in officer, read once; the session itself is a cookie that scripts can't read. */
export const useSession = () =>
  useQuery({ queryKey: keys.session, queryFn: () => api.identity.staffMe(), staleTime: Number.POSITIVE_INFINITY });
