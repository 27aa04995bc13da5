import { useInfiniteQuery } from '@tanstack/react-query';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import type { Page } from '@yiyun/shared';

/**
 * A list that goes on when one reaches its end and starts over when one pulls it down.
 * @param fetchPage asks for the page after a cursor; undefined for the first
 */
export function usePages<T>(
  key: readonly unknown[],
  fetchPage: (cursor: string | undefined) => Promise<Page<T>>,
  enabled = true,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled,
  });
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  };
  useReachBottom(more);
  usePullDownRefresh(() => {
    void query.refetch().finally(() => Taro.stopPullDownRefresh());
  });
  return {
    query: { ...query, data: query.data?.pages.flatMap((page) => page.items) },
    more,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
  };
}
