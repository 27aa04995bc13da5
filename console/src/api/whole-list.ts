import type { UseQueryResult } from '@tanstack/react-query';
import { timeOf } from '../lib/clock';
import { asFailure } from './errors';
import type { ListState } from './use-cursor-list';

/** What is told of the reading that brings a whole list, or several. */
export type Reading = Pick<UseQueryResult, 'isPending' | 'error' | 'dataUpdatedAt' | 'refetch'>;

/** A list that comes whole, as DataTable shows lists. */
export function wholeList<Row>(reading: Reading, listKey: string, rows: Row[] | undefined): ListState<Row> {
  return {
    rows: rows ?? none,
    listKey,
    isLoading: reading.isPending,
    error: reading.error ? asFailure(reading.error) : undefined,
    readAt: timeOf(reading.dataUpdatedAt),
    hasMore: false,
    isLoadingMore: false,
    loadMore: () => undefined,
    refresh: () => void reading.refetch(),
  };
}

const none: never[] = [];
