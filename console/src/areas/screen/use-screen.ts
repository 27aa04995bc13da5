import { useQuery } from '@tanstack/react-query';
import type { HallScreenView } from '@yiyun/shared';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../api/client';
import { keys } from '../../api/keys';
import { now, timeOf, useNow } from '../../lib/clock';
import { useStore } from '../../lib/store';
import { arrange, type Call, type Seen, see, spoken } from './announced';
import { Announcer, type Sound } from './announcer';

const RENEWED_EVERY_MS = 2_000;
/** Older than this, what is shown is said to be old. */
const STALE_MS = 8_000;

export interface ScreenState {
  view?: HallScreenView;
  onTop: Call[];
  list: Call[];
  /** How old the view is, ms, once the server has not answered for some time. */
  staleMs?: number;
  sound: Sound;
  /** Somebody touched the screen: a browser lets it make sounds from then on. */
  touch: () => void;
  at: number;
}

/** What the wall shows, read every two seconds; without the server the last known stays, with its age. */
export function useScreen(hallId: string): ScreenState {
  const at = useNow(1_000);
  const [announcer] = useState(() => new Announcer());
  const [seen, setSeen] = useState<Seen>();
  const query = useQuery({
    queryKey: keys.screen(hallId),
    queryFn: () => api.queue.screen({ params: { hallId } }),
    refetchInterval: RENEWED_EVERY_MS,
    refetchIntervalInBackground: true,
    retry: false,
    staleTime: 0,
  });
  const view = query.data;
  const last = useRef<Seen>(undefined);
  useEffect(() => {
    announcer.start();
    return () => announcer.stop();
  }, [announcer]);
  useEffect(() => {
    if (!view) return;
    const next = see(last.current, view, now());
    last.current = next.seen;
    setSeen(next.seen);
    for (const call of next.fresh) announcer.announce(spoken(call));
  }, [view, announcer]);
  const age = at - timeOf(query.dataUpdatedAt);
  return {
    view,
    ...arrange(view?.calls ?? [], seen ?? new Map(), at),
    staleMs: age > STALE_MS ? age : undefined,
    sound: useStore(announcer.sound),
    touch: () => announcer.start(),
    at,
  };
}
