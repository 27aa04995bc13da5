import { useQuery, useQueryClient } from '@tanstack/react-query';
import { addDays } from '@yiyun/shared';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';

/** A week of a hall: its windows, their hours and the places that follow from them. */
export const useCapacity = (hallId: string, fromOn: string) =>
  useQuery({
    queryKey: keys.capacity(hallId, fromOn),
    queryFn: () => api.capacity.view({ params: { hallId }, query: { fromOn, untilOn: addDays(fromOn, 6) } }),
    enabled: hallId !== '',
  });

/** After a change of hours: everything that shows them is read again. */
export function useCapacityChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['capacity'] });
    await client.invalidateQueries({ queryKey: ['hall'] });
    void client.invalidateQueries({ queryKey: ['slot'] });
  };
}
