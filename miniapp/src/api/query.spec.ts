import { useSession } from '@/state/session';
import { connectQueryClient, queryClient } from './query';

jest.mock('@/platform/network', () => ({
  watchNetwork: () => () => undefined,
  watchForeground: () => () => undefined,
}));

describe('what was fetched', () => {
  beforeAll(connectQueryClient);
  beforeEach(() => {
    useSession.setState({ token: 'T1' });
    queryClient.setQueryData(['cases'], ['of the first']);
  });

  it('is gone when the person signs out or another one signs in', () => {
    useSession.setState({ token: undefined });
    expect(queryClient.getQueryData(['cases'])).toBeUndefined();
    queryClient.setQueryData(['cases'], ['of nobody']);
    useSession.setState({ token: 'T2' });
    expect(queryClient.getQueryData(['cases'])).toBeUndefined();
  });

  it('stays while the same person is signed in', () => {
    useSession.setState({ token: 'T1' });
    expect(queryClient.getQueryData(['cases'])).toEqual(['of the first']);
  });
});
