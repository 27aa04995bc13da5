import { useQueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '@yiyun/shared';
import { useEffect } from 'react';
import { connection } from './connection';
import { isConcerned, keys } from './keys';
import { LiveChannel } from './live';

/** The console's stream of what others do: `/api/staff/events`, by the session cookie. */
export const live = new LiveChannel({
  open: () => new EventSource('/api/staff/events'),
  onState: connection.set,
});

/** Events within this time are answered by one reading. */
const GATHER_MS = 300;

/**
 * Keeps what is on the page up to date while the shell is shown: an event has the queries that it concerns read again,
 * a connection that is back after a loss all of them, and one that is refused whether one is still signed in.
 */
export function useLiveQueries(): void {
  const client = useQueryClient();
  useEffect(() => {
    let gathered: LiveEvent[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      const events = gathered;
      gathered = [];
      timer = undefined;
      void client.invalidateQueries({
        predicate: ({ queryKey }) => events.some((event) => isConcerned(queryKey, event)),
      });
    };
    const onEvent = (event: LiveEvent) => {
      gathered.push(event);
      timer ??= setTimeout(flush, GATHER_MS);
    };
    const leave = live.subscribe({
      onEvent,
      onResume: () => void client.invalidateQueries(),
      onRefused: () => void client.invalidateQueries({ queryKey: keys.session }),
    });
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [client]);
}
