import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '../actions/Button';
import { Loaded, type Query } from './Loaded';
import './Paged.scss';

/** What this needs of `usePages`. */
interface Pages<T> {
  query: Query<T[]>;
  more(): void;
  hasMore: boolean;
  loadingMore: boolean;
}

interface PagedProps<T> {
  pages: Pages<T>;
  /** Names the list: its way on is `${id}-more`. */
  id: string;
  rows?: number;
  /** In the place of a list without entries. */
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
}

/** A list that goes on: loading, failed, empty, with more to come, or at its end. */
export function Paged<T>({ pages, id, rows = 4, empty, children }: PagedProps<T>) {
  return (
    <Loaded query={pages.query} rows={rows}>
      {(items) =>
        items.length === 0 ? (
          empty
        ) : (
          <>
            {children(items)}
            {pages.hasMore ? (
              <Button kind="text" id={`${id}-more`} busy={pages.loadingMore} onPress={pages.more}>
                显示更多
              </Button>
            ) : (
              <View className="paged__end">没有更多了</View>
            )}
          </>
        )
      }
    </Loaded>
  );
}
