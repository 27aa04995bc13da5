import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query';
import { watchForeground, watchNetwork } from '@/platform/network';
import { useSession } from '@/state/session';
import { NetworkError } from './http';

const FRESH_MS = 15_000;
const RETRIES = 2;

/** A refusal stays a refusal however often one asks; only a request that got lost is worth another try. */
export const worthRetrying = (failures: number, error: unknown): boolean =>
  error instanceof NetworkError && failures < RETRIES;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: FRESH_MS, retry: worthRetrying },
    // Without a network a submission fails at once and says so, rather than hang until there is one.
    mutations: { networkMode: 'always', retry: false },
  },
});

/**
 * Connects to the phone's events: react-query listens to a browser's by itself, WeChat has none of them. With another
 * person signed in, or nobody, nothing that was fetched for the last one stays in view.
 */
export function connectQueryClient(): void {
  onlineManager.setEventListener(watchNetwork);
  focusManager.setEventListener(watchForeground);
  useSession.subscribe(({ token }, before) => {
    if (token !== before.token) queryClient.getQueryCache().clear();
  });
}
