import { useQuery } from '@tanstack/react-query';
import { type HallView, sayHours } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { Button, Cell, Loaded, NoticeBar, Page, Steps } from '@/components';
import { go } from '@/lib/go';
import { useParam } from '@/lib/use-param';
import { myPlace, type Place } from '@/platform/location';
import { useBookingDraft } from '../booking-draft';
import { distanceMetres, sayDistance } from '../distance';
import { bookingSteps } from '../steps';

export default function ChooseHall() {
  const matterId = useParam('matterId');
  const draft = useBookingDraft();
  const halls = useQuery({ queryKey: keys.halls, queryFn: () => api.halls.list() });
  const [place, setPlace] = useState<Place>();
  const [refused, setRefused] = useState(false);

  const choose = (hallId: string) => {
    const same = draft.value.matterId === matterId && draft.value.hallId === hallId;
    draft.update(same ? {} : { matterId, hallId, on: '', slotId: '' });
    go('booking/time', { matterId, hallId });
  };
  const locate = () => {
    myPlace().then(setPlace, () => setRefused(true));
  };
  return (
    <Page title="到哪个办税服务厅？">
      <Steps names={bookingSteps} current={0} />
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
              <Cell
                key={hall.id}
                id={`hall-${hall.id}`}
                icon="place"
                title={hall.name}
                note={`${hall.address} · ${todayText(hall)}${place ? ` · ${sayDistance(distanceMetres(place, hall))}` : ''}`}
                onPress={() => choose(hall.id)}
              />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}

const todayText = ({ today }: HallView): string => (today.length === 0 ? '今天休息' : `今天 ${sayHours(today)}`);

function nearestFirst(halls: HallView[], place: Place | undefined): HallView[] {
  return place ? [...halls].sort((a, b) => distanceMetres(place, a) - distanceMetres(place, b)) : halls;
}
