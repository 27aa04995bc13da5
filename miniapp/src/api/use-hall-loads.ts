import { useQuery } from '@tanstack/react-query';
import type { HallLoadView } from '@yiyun/shared';
import { useShown } from '@/lib/use-shown';
import { api } from './client';
import { keys } from './keys';

const EVERY_MS = 30_000;

/** How full each hall is now, by the hall's id; without an answer nothing is said of any. */
export function useHallLoads(): ReadonlyMap<string, HallLoadView> {
  const shown = useShown();
  const query = useQuery({
    queryKey: keys.loads,
    queryFn: () => api.queue.load(),
    refetchInterval: shown && EVERY_MS,
  });
  return new Map((query.data ?? []).map((load) => [load.hallId, load]));
}
