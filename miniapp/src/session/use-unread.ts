import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { useSession } from '@/state/session';

/** How many messages the signed-in person has not opened; 0 while that is not known. */
export function useUnread(): number {
  const signedIn = useSession((session) => session.token !== undefined);
  const query = useQuery({
    queryKey: [...keys.messages, 'unread'],
    queryFn: () => api.messaging.unread(),
    enabled: signedIn,
  });
  return query.data?.unread ?? 0;
}
