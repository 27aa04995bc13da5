import { useEffect, useRef, useState } from 'react';
import type { ListState } from '../../api/use-cursor-list';
import { type Settled, settle } from './settle';

const MARKED_FOR_MS = 6_000;

/** Rows as the table shows them, and how to let in those that wait. */
export interface SettledRows<Row> extends Settled<Row> {
  showAll: () => void;
}

/** Follows the list without moving what one reads; another list, or one that is still loading, starts afresh. */
export function useSettledRows<Row>(
  { rows: arrived, listKey, isLoading }: Pick<ListState<Row>, 'rows' | 'listKey' | 'isLoading'>,
  rowKey: (row: Row) => string,
  isReading: () => boolean,
): SettledRows<Row> {
  const [state, setState] = useState(() => ({ listKey, isLoading, ...settle<Row>(undefined, arrived, rowKey, false) }));
  const latest = useRef({ rowKey, isReading });
  latest.current = { rowKey, isReading };

  useEffect(() => {
    const reading = latest.current.isReading();
    setState((last) => {
      const shown = last.listKey === listKey && !last.isLoading ? last.shown : undefined;
      return { listKey, isLoading, ...settle(shown, arrived, latest.current.rowKey, reading) };
    });
  }, [arrived, listKey, isLoading]);

  useEffect(() => {
    if (state.fresh.length === 0) return;
    const timer = setTimeout(() => setState((last) => ({ ...last, fresh: [] })), MARKED_FOR_MS);
    return () => clearTimeout(timer);
  }, [state.fresh]);

  const showAll = () => setState((last) => ({ ...last, ...settle(last.shown, arrived, rowKey, false) }));
  return state.listKey === listKey ? { ...state, showAll } : { ...settle(undefined, arrived, rowKey, false), showAll };
}
