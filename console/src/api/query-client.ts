import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { asApiError } from './errors';

/** What a failed request means to the whole console: a session that has ended is reported to `onSignedOut`. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (thrown: unknown) => {
    if (asApiError(thrown).isSignedOut) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        // A hall's network is often without internet: `navigator.onLine` says nothing about our server.
        networkMode: 'always',
        staleTime: 10_000,
        retry: (failures, thrown) => failures < 2 && asApiError(thrown).isUncertain,
        retryDelay: (failures) => 500 * 2 ** failures,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
