import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DayBoardView } from '@yiyun/shared';
import { useCallback } from 'react';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';

/** Rates and estimates move without an event. */
const RENEWED_EVERY_MS = 60_000;

/** The day of a hall on one screen; it follows live events. */
export const useBoard = (hallId: string) =>
  useQuery({
    queryKey: keys.board(hallId),
    queryFn: () => api.queue.board({ params: { hallId } }),
    refetchInterval: RENEWED_EVERY_MS,
  });

/** Reads and changes the board that is on the page now, outside of its rendering. */
export function useBoardCache(hallId: string) {
  const client = useQueryClient();
  const peek = useCallback(() => client.getQueryData<DayBoardView>(keys.board(hallId)), [client, hallId]);
  const change = useCallback(
    async (edit: (board: DayBoardView) => DayBoardView) => {
      // A reading under way began before the act: its answer would take the act back for a moment.
      await client.cancelQueries({ queryKey: keys.board(hallId) });
      client.setQueryData<DayBoardView>(keys.board(hallId), (board) => board && edit(board));
      void client.invalidateQueries({ queryKey: keys.board(hallId) });
      void client.invalidateQueries({ queryKey: ['ticket'] });
    },
    [client, hallId],
  );
  return { peek, change };
}
