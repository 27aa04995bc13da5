import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type ApiError, asApiError } from './errors';

/** One page of a list; `nextCursor` is null on the last one. */
export interface Page<Row> {
  items: Row[];
  nextCursor: string | null;
}

/** A list as DataTable shows it. */
export interface ListState<Row> {
  rows: Row[];
  /** Changes when it is another list (other filters), not when its rows change. */
  listKey: string;
  isLoading: boolean;
  error?: ApiError;
  /** When the rows were read, epoch ms; 0 when never. */
  readAt: number;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore(): void;
  refresh(): void;
}

/** Reads a list page by page; `fetchPage` gets the cursor, undefined for the first page. */
export function useCursorList<Row>(
  queryKey: QueryKey,
  fetchPage: (cursor: string | undefined) => Promise<Page<Row>>,
): ListState<Row> {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return {
    rows,
    listKey: JSON.stringify(queryKey),
    isLoading: query.isPending,
    error: query.error ? asApiError(query.error) : undefined,
    readAt: query.dataUpdatedAt,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    refresh: () => void query.refetch(),
  };
}
