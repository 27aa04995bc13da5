import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { StaffHelpDetailView } from '@yiyun/shared';
import { useCallback } from 'react';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';

/** One question with its posts; it follows live events. */
export const useQuestion = (helpRequestId: string) =>
  useQuery({
    queryKey: keys.question(helpRequestId),
    queryFn: () => api.help.staffGet({ params: { helpRequestId } }),
  });

/** Puts an act's answer on the page at once and has the lists read again. */
export function useQuestionChanged(): (changed: StaffHelpDetailView) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (changed) => {
      client.setQueryData(keys.question(changed.id), changed);
      await client.invalidateQueries({ queryKey: ['help', 'list'] });
    },
    [client],
  );
}
