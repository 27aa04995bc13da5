import type { StaffCaseView } from '@yiyun/shared';
import { useMemo, useState } from 'react';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';
import { type ListState, useCursorList } from '../../../api/use-cursor-list';
import { byUrgency } from './urgency';

/** Cases that are read to find the urgent ones; a hall has far fewer open at a time. */
const READ = 100;
const MORE = 20;

/** The open cases of a hall, the most urgent first; `short` of them until one asks for more. */
export function useUrgentCases(hallId: string, short: number): ListState<StaffCaseView> {
  const [count, setCount] = useState(short);
  const query = { scope: 'open', limit: READ } as const;
  const list = useCursorList(keys.cases(hallId, query), (cursor) =>
    api.cases.hallList({ params: { hallId }, query: { ...query, cursor } }),
  );
  const rows = useMemo(() => byUrgency(list.rows), [list.rows]);
  const shown = useMemo(() => rows.slice(0, count), [rows, count]);
  return {
    ...list,
    rows: shown,
    hasMore: rows.length > count || list.hasMore,
    loadMore: () => {
      setCount(count + MORE);
      if (rows.length <= count + MORE && list.hasMore) list.loadMore();
    },
  };
}
