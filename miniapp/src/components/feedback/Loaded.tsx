import { AppError } from '@yiyun/shared';
import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState';
import { Skeleton } from './Skeleton';

/** What this needs of a react-query result. */
export interface Query<T> {
  data: T | undefined;
  isError: boolean;
  error?: unknown;
  isFetching: boolean;
  fetchStatus: 'fetching' | 'paused' | 'idle';
  refetch(): unknown;
}

interface LoadedProps<T> {
  query: Query<T>;
  rows?: number;
  children: (data: T) => ReactNode;
}

/** On its way, failed, refused, or there. A refusal stays one however often one asks. What was fetched once stays in view, however the next try ends. */
export function Loaded<T>({ query, rows, children }: LoadedProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  const retry = () => {
    query.refetch();
  };
  if (query.fetchStatus === 'paused') {
    return <ErrorState title="没有网络" note="网络恢复后会自动加载。急事请拨打 12366。" onRetry={retry} />;
  }
  if (query.error instanceof AppError && query.error.status < 500) {
    return <ErrorState title={query.error.message} note="也可以拨打 12366 咨询。" />;
  }
  return query.isError ? <ErrorState retrying={query.isFetching} onRetry={retry} /> : <Skeleton rows={rows} />;
}
