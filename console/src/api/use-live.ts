import { useEffect, useRef } from 'react';
import { connection } from './connection';
import { LiveChannel, type LiveEvent } from './live';

/** The console's stream of what others do: `/api/staff/events`, by the session cookie. */
export const live = new LiveChannel({
  open: () => new EventSource('/api/staff/events'),
  onState: connection.set,
});

/**
 * Calls `onEvent` for each event of `types` while the component is shown, and `onResume` (else nothing) when a lost
 * connection is back and the list should be read again.
 */
export function useLive(types: readonly string[], onEvent: (event: LiveEvent) => void, onResume?: () => void): void {
  const handlers = useRef({ onEvent, onResume });
  handlers.current = { onEvent, onResume };
  const key = types.join(' ');
  useEffect(
    () =>
      live.subscribe(
        key.split(' '),
        (event) => handlers.current.onEvent(event),
        () => handlers.current.onResume?.(),
      ),
    [key],
  );
}
