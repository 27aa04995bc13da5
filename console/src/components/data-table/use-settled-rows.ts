import { useEffect, useRef, useState } from 'react';
import { type Settled, settle } from './settle';

const MARKED_FOR_MS = 6_000;

/** Rows as the table shows them, and how to let in those that wait. */
export interface SettledRows<Row> extends Settled<Row> {
  showAll: () => void;
}

/** Follows `arrived` without moving what one reads; another `listKey` starts afresh. */
export function useSettledRows<Row>(
  arrived: Row[],
  listKey: string,
  rowKey: (row: Row) => string,
  isReading: () => boolean,
): SettledRows<Row> {
  const [state, setState] = useState(() => ({ listKey, ...settle<Row>([], arrived, rowKey, false) }));
  const latest = useRef({ rowKey, isReading });
  latest.current = { rowKey, isReading };

  useEffect(() => {
    const reading = latest.current.isReading();
    setState((last) => {
      const shown = last.listKey === listKey ? last.shown : [];
      return { listKey, ...settle(shown, arrived, latest.current.rowKey, reading) };
    });
  }, [arrived, listKey]);

  useEffect(() => {
    if (state.fresh.length === 0) return;
    const timer = setTimeout(() => setState((last) => ({ ...last, fresh: [] })), MARKED_FOR_MS);
    return () => clearTimeout(timer);
  }, [state.fresh]);

  const showAll = () => setState((last) => ({ listKey, ...settle(last.shown, arrived, rowKey, false) }));
  return state.listKey === listKey ? { ...state, showAll } : { ...settle([], arrived, rowKey, false), showAll };
}
