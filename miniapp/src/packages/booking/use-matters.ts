import { useQueries } from '@tanstack/react-query';
import type { MatterGroup, MatterView } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';

/** These matters as far as they have come, in order. */
export function useMatters(ids: readonly string[]): MatterView[] {
  const queries = useQueries({
    queries: ids
      .filter((id) => id !== '')
      .map((matterId) => ({
        queryKey: keys.matter(matterId),
        queryFn: () => api.matters.get({ params: { matterId } }),
      })),
  });
  return queries.flatMap(({ data }) => data ?? []);
}

export const sayMatters = (matters: readonly { name: string }[]): string => matters.map(({ name }) => name).join('、');

/** As what somebody with these matters waits. */
export const slowest = (matters: readonly { group: MatterGroup }[]): MatterGroup =>
  matters.some(({ group }) => group === 'complex') ? 'complex' : 'simple';
