import { useQuery } from '@tanstack/react-query';
import type { HallView } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { useHallLoads } from '@/api/use-hall-loads';
import { HallCell, Loaded, Section } from '@/components';
import { go, goInstead } from '@/lib/go';
import { noTime, useBookingDraft } from '../booking-draft';
import { slowest, useMatters } from '../use-matters';
import type { Full } from './full';

/** The other halls, with how full each is now; the rest stands on the page of all of them. */
export function OtherHalls({ full: { matterId, hallId }, most }: { full: Full; most: number }) {
  const draft = useBookingDraft();
  const halls = useQuery({ queryKey: keys.halls, queryFn: () => api.halls.list() });
  const loads = useHallLoads();
  const matters = useMatters([matterId]);
  const choose = ({ id }: HallView) => {
    draft.begin(matterId, { hallId: id, ...noTime });
    goInstead('booking/time', { matterId, hallId: id });
  };
  return (
    <Section title="换一个厅" more={{ text: '全部', onPress: () => go('queue/halls') }}>
      <Loaded query={halls} rows={most}>
        {(list) => (
          <>
            {list
              .filter(({ id }) => id !== hallId)
              .slice(0, most)
              .map((hall) => (
                <HallCell
                  key={hall.id}
                  hall={hall}
                  load={loads.get(hall.id)}
                  group={slowest(matters)}
                  brief
                  onPress={() => choose(hall)}
                />
              ))}
          </>
        )}
      </Loaded>
    </Section>
  );
}
