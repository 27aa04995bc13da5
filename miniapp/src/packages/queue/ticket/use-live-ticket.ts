import { useQuery } from '@tanstack/react-query';
import type { LiveTicketView } from '@yiyun/shared';
import { useEffect, useState } from 'react';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import type { Query } from '@/components/feedback/Loaded';
import { now } from '@/lib/clock';
import { isLiveTicket } from '@/lib/queue-words';
import { useShown } from '@/lib/use-shown';
import { useSession } from '@/state/session';

const EVERY_MS = 5000;

interface Wanted {
  /** From the paper's code. */
  token: string;
  /** From a message about one's own. */
  ticketId: string;
}

/** One ticket as it stands, asked for again while the page is in front; by its code, or the person's own of today. */
export function useLiveTicket({ token, ticketId }: Wanted) {
  const shown = useShown();
  const signedIn = useSession((session) => session.token !== undefined);
  const again = (ticket: LiveTicketView | undefined) => shown && (!ticket || isLiveTicket(ticket)) && EVERY_MS;
  const isWanted = (ticket: LiveTicketView) =>
    token !== '' ? ticket.publicToken === token : ticketId === '' || ticket.id === ticketId;

  const mine = useQuery({
    queryKey: keys.tickets,
    queryFn: () => api.queue.mine(),
    enabled: signedIn,
    refetchInterval: ({ state }) => again(newest(state.data?.filter(isWanted))),
  });
  const own = newest(mine.data?.filter(isWanted));
  const open = useQuery({
    queryKey: keys.ticket(token),
    queryFn: () => api.queue.publicTicket({ params: { publicToken: token } }),
    enabled: token !== '' && own === undefined && (!signedIn || !mine.isPending),
    refetchInterval: ({ state }) => again(state.data),
  });
  const query = own === undefined && token !== '' ? open : mine;
  const [at, setAt] = useState(now);
  useEffect(() => setAt(now()), [query.dataUpdatedAt]);
  return {
    ticket: own ?? (token === '' ? undefined : open.data),
    /** It belongs to whoever is signed in. */
    own: own !== undefined,
    query: query as Query<unknown>,
    /** When what is shown was fetched, and whether the last try since then failed. */
    at,
    stale: query.isError || query.fetchStatus === 'paused' || query.failureCount > 0,
  };
}

/** Of several of a day the one that still waits, the newest first. */
function newest(tickets: readonly LiveTicketView[] = []): LiveTicketView | undefined {
  const byTime = [...tickets].sort((a, b) => b.drawnAt - a.drawnAt);
  return byTime.find(isLiveTicket) ?? byTime[0];
}
