import { useQuery } from '@tanstack/react-query';
import { type AppointmentDetailView, type HallView, type SlotView, sayHours } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { Button, ChoiceList, Empty, Loaded, NoticeBar, Page } from '@/components';
import { now } from '@/lib/clock';
import { goBackOrHome, goInstead } from '@/lib/go';
import { shortHall } from '@/lib/hall-words';
import { sayWhen } from '@/lib/time';
import { useParam } from '@/lib/use-param';
import { SignedIn } from '@/session/SignedIn';
import { useSettings } from '@/state/settings';
import { ElderTimes } from '../time/ElderTimes';
import { Times } from '../time/Times';
import { firstDay, useDays, useSlots } from '../time/use-slots';
import { CheckChange } from './CheckChange';

export interface NewPlace {
  hall: Pick<HallView, 'id' | 'name' | 'address'>;
  slot: SlotView;
}

/** Another time for an appointment; the old place stays one's own until the new one is. */
export default function Reschedule() {
  const appointmentId = useParam('appointmentId');
  const [place, setPlace] = useState<NewPlace>();
  const query = useQuery({
    queryKey: keys.appointment(appointmentId),
    queryFn: () => api.appointments.get({ params: { appointmentId } }),
  });
  if (query.data?.rescheduledToId) return <Changed appointmentId={query.data.rescheduledToId} />;
  if (query.data && place) {
    return <CheckChange appointment={query.data} place={place} onOther={() => setPlace(undefined)} />;
  }
  return (
    <Page title="改到什么时候？">
      <SignedIn why="登录后可以改约。">
        {() => (
          <Loaded query={query} rows={5}>
            {(a) =>
              a.availableActions.includes('reschedule') ? (
                <NewTime appointment={a} onChosen={setPlace} />
              ) : (
                <Empty icon="clock" title="现在不能改约" note="可能已经过了能改的时间，或已经取消、办过。">
                  <Button onPress={goBackOrHome}>返回预约</Button>
                </Empty>
              )
            }
          </Loaded>
        )}
      </SignedIn>
    </Page>
  );
}

/** The answer to a change may get lost on its way: what counts is that it was made. */
function Changed({ appointmentId }: { appointmentId: string }) {
  return (
    <Page title="时间已经改好了" instead>
      <Empty icon="check" title="不用再改" note="新的时间、新的预约号，都在改约后的预约里。">
        <Button id="see-changed" onPress={() => goInstead('booking/detail', { appointmentId })}>
          看改约后的预约
        </Button>
      </Empty>
    </Page>
  );
}

function NewTime({
  appointment: a,
  onChosen,
}: {
  appointment: AppointmentDetailView;
  onChosen: (p: NewPlace) => void;
}) {
  const elder = useSettings((settings) => settings.elder);
  const halls = useQuery({ queryKey: keys.halls, queryFn: () => api.halls.list() });
  const [hallId, setHallId] = useState(a.hall.id);
  const [moving, setMoving] = useState(false);
  const [day, setDay] = useState('');
  const matterIds = [a.matter, ...a.furtherMatters].map(({ id }) => id);
  const days = useDays({ hallId, matterIds });
  const list = days.data?.days ?? [];
  const on = day || firstDay(list);
  const slots = useSlots({ hallId, matterIds }, on);
  const hall = halls.data?.find(({ id }) => id === hallId) ?? a.hall;
  const Choice = elder ? ElderTimes : Times;
  return (
    <>
      <NoticeBar text={`原来的${sayWhen(a.startsAt, now())}一直为您留着，新的时间定了才放回。`} />
      {moving && halls.data ? (
        <ChoiceList
          id="hall"
          label="改到哪个厅？"
          value={hallId}
          choices={halls.data.map(({ id, name, today }) => ({
            value: id,
            label: name,
            note: today.length === 0 ? '今天休息' : `今天 ${sayHours(today)}`,
          }))}
          onChange={(id) => {
            setHallId(id);
            setDay('');
            setMoving(false);
          }}
        />
      ) : (
        <Button kind="text" icon="place" id="other-hall" onPress={() => setMoving(true)}>
          {`${shortHall(hall.name)}，换一个厅`}
        </Button>
      )}
      <Loaded query={days} rows={4}>
        {() =>
          on === '' ? (
            <Empty icon="calendar" title="这个厅现在没有可以约的日子" note="可以换一个厅。" />
          ) : (
            <Choice
              days={list}
              slots={slots}
              on={on}
              slotId=""
              onDay={setDay}
              onSlot={(slot) => onChosen({ hall, slot })}
            />
          )
        }
      </Loaded>
    </>
  );
}
