import { useQuery } from '@tanstack/react-query';
import type { HallView } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { useHallLoads } from '@/api/use-hall-loads';
import { Button, Cell, HallCell, Loaded, NoticeBar, Page, Steps } from '@/components';
import { distanceMetres, sayDistance } from '@/lib/distance';
import { go } from '@/lib/go';
import { useParam } from '@/lib/use-param';
import { myPlace, type Place } from '@/platform/location';
import { useSettings } from '@/state/settings';
import { noTime, useBookingDraft } from '../booking-draft';
import { bookingSteps } from '../steps';
import { sayMatters, slowest, useMatters } from '../use-matters';

export default function ChooseHall() {
  const matterId = useParam('matterId');
  const draft = useBookingDraft();
  const elder = useSettings((settings) => settings.elder);
  const halls = useQuery({ queryKey: keys.halls, queryFn: () => api.halls.list() });
  const loads = useHallLoads();
  const [place, setPlace] = useState<Place>();
  const [refused, setRefused] = useState(false);
  const further = draft.value.matterId === matterId ? draft.value.furtherMatterIds : [];
  const chosen = useMatters([matterId, ...further]);

  const choose = (hallId: string) => {
    const same = draft.value.matterId === matterId && draft.value.hallId === hallId;
    draft.begin(matterId, same ? {} : { hallId, ...noTime });
    go('booking/time', { matterId, hallId });
  };
  const addMatter = () => {
    draft.begin(matterId);
    go('booking/further');
  };
  const locate = () => {
    myPlace().then(setPlace, () => setRefused(true));
  };
  return (
    <Page title="到哪个办税服务厅？">
      <Steps names={bookingSteps} current={0} />
      <Cell
        id="add-matter"
        icon="plus"
        title={further.length === 0 ? '这次还要办别的事' : '改要办的事'}
        note={chosen.length > 0 ? `现在选的：${sayMatters(chosen)}` : undefined}
        onPress={addMatter}
      />
      {!place && (
        <Button kind="secondary" icon="place" id="locate" onPress={locate}>
          按离我远近排列
        </Button>
      )}
      {refused && <NoticeBar text="没有取得位置，下面按原来的顺序排列。不影响预约。" />}
      <Loaded query={halls} rows={3}>
        {(list) => (
          <>
            {nearestFirst(list, place).map((hall) => (
              <HallCell
                key={hall.id}
                hall={hall}
                load={loads.get(hall.id)}
                group={slowest(chosen)}
                distance={place && sayDistance(distanceMetres(place, hall))}
                brief={elder}
                onPress={() => choose(hall.id)}
              />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function nearestFirst(halls: HallView[], place: Place | undefined): HallView[] {
  return place ? [...halls].sort((a, b) => distanceMetres(place, a) - distanceMetres(place, b)) : halls;
}
