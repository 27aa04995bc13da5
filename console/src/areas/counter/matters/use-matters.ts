import { useQuery } from '@tanstack/react-query';
import type { MatterSummaryView } from '@yiyun/shared';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';

/** The whole catalogue, page after page. */
async function everyMatter(): Promise<MatterSummaryView[]> {
  const found: MatterSummaryView[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.matters.list({ query: { limit: 100, cursor } });
    found.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}

/** Matters that are dealt with at a counter; they change seldom. */
export const useMatters = () =>
  useQuery({
    queryKey: keys.matters,
    queryFn: everyMatter,
    staleTime: 600_000,
    select: (all) => all.filter(({ counterAvailable }) => counterAvailable),
  });
