import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import type { Page } from '@yiyun/shared';
import { useMemo } from 'react';
import { timeOf } from '../lib/clock';
import { asFailure, type Failure } from './errors';

/** A list as DataTable shows it. */
export interface ListState<Row> {
  rows: Row[];
  /** Changes when it is another list (other filters), not when its rows change. */
  listKey: string;
  isLoading: boolean;
  error?: Failure;
  /** When the rows were read, epoch ms; 0 when never. */
  readAt: number;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  refresh: () => void;
}

/** A list with what its first page says besides rows, such as a total. */
export interface PagedList<Row, P> extends ListState<Row> {
  firstPage?: P;
}

/** Reads a list page by page; `fetchPage` gets the cursor, undefined for the first page. */
export function useCursorList<P extends Page<unknown>>(
  queryKey: QueryKey,
  fetchPage: (cursor: string | undefined) => Promise<P>,
): PagedList<P['items'][number], P> {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => fetchPage(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const pages = query.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page): P['items'][number][] => page.items) ?? [], [pages]);
  return {
    rows,
    firstPage: pages?.[0],
    listKey: JSON.stringify(queryKey),
    isLoading: query.isPending,
    error: query.error ? asFailure(query.error) : undefined,
    readAt: timeOf(query.dataUpdatedAt),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    refresh: () => void query.refetch(),
  };
}
