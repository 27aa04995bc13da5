import type { UseQueryResult } from '@tanstack/react-query';
import { asFailure } from './errors';
import type { ListState } from './use-cursor-list';

/** A list that comes whole, as DataTable shows lists. */
export function wholeList<Row>(query: UseQueryResult<Row[]>, listKey: string, rows = query.data): ListState<Row> {
  return {
    rows: rows ?? none,
    listKey,
    isLoading: query.isPending,
    error: query.error ? asFailure(query.error) : undefined,
    readAt: query.dataUpdatedAt,
    hasMore: false,
    isLoadingMore: false,
    loadMore: () => undefined,
    refresh: () => void query.refetch(),
  };
}

const none: never[] = [];
