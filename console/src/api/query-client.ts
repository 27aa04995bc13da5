import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { asFailure, isOvertaken, isSignedOut, isUncertain } from './errors';

/**
 * What a failed request means to the whole console: a session that has ended is reported to `onSignedOut`; where
 * somebody else was faster, everything on the page is read again, so that one decides by what is so now.
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (thrown: unknown) => {
    if (isSignedOut(asFailure(thrown))) onSignedOut();
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({
      onError: (thrown) => {
        watch(thrown);
        if (isOvertaken(asFailure(thrown))) void client.invalidateQueries();
      },
    }),
    defaultOptions: {
      queries: {
        // A hall's network is often without internet: `navigator.onLine` says nothing about our server.
        networkMode: 'always',
        staleTime: 10_000,
        // Changes come by the live channel; and every reading of a case or an appointment is itself recorded.
        refetchOnWindowFocus: false,
        retry: (failures, thrown) => failures < 2 && isUncertain(asFailure(thrown)),
        retryDelay: (failures) => 500 * 2 ** failures,
      },
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
