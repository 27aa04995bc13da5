import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { StaffCaseDetailView } from '@yiyun/shared';
import { useCallback } from 'react';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';

/** One case with its steps; it follows live events. */
export const useCase = (caseId: string) =>
  useQuery({ queryKey: keys.case(caseId), queryFn: () => api.cases.hallGet({ params: { caseId } }) });

/** Puts an act's answer on the page at once and has the lists read again. */
export function useCaseChanged(): (changed: StaffCaseDetailView) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (changed) => {
      client.setQueryData(keys.case(changed.id), changed);
      await client.invalidateQueries({ queryKey: ['case', changed.hall.id] });
      await client.invalidateQueries({ queryKey: ['appointment'] });
    },
    [client],
  );
}
