import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';

/** Fetches again what became stale whenever the page is shown: tabs and pages below others stay mounted. */
export function useFreshOnShow(...stale: QueryKey[]): void {
  const client = useQueryClient();
  useDidShow(() => {
    for (const queryKey of stale) {
      void client.refetchQueries({ queryKey, type: 'active', stale: true }, { cancelRefetch: false });
    }
  });
}

/** Fetches all of it again when the page is pulled down. Lists have this from `usePages`. */
export function usePullToRefresh(...shown: QueryKey[]): void {
  const client = useQueryClient();
  usePullDownRefresh(() => {
    const again = shown.map((queryKey) => client.refetchQueries({ queryKey, type: 'active' }));
    void Promise.all(again).finally(() => Taro.stopPullDownRefresh());
  });
}
