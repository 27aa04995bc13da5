import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { Page } from '@/components';
import { now } from '@/lib/clock';
import { shortHall } from '@/lib/hall-words';
import { dateOf, sayDay, timeOf } from '@/lib/time';
import { useParam } from '@/lib/use-param';
import { useBookingDraft } from '../booking-draft';
import { NextSteps } from '../next-steps/NextSteps';
import { useSlots } from '../time/use-slots';

/** A time that is full is no dead end. */
export default function FullTime() {
  const matterId = useParam('matterId');
  const hallId = useParam('hallId');
  const on = useParam('on');
  const slotId = useParam('slotId');
  const draft = useBookingDraft();
  const furtherMatterIds = draft.value.matterId === matterId ? draft.value.furtherMatterIds : [];
  const hall = useQuery({ queryKey: keys.hall(hallId), queryFn: () => api.halls.get({ params: { hallId } }) });
  const slots = useSlots({ hallId, matterIds: [matterId, ...furtherMatterIds] }, on);
  const slot = slots.data?.find(({ id }) => id === slotId);
  const day = sayDay(on, dateOf(now()));
  return (
    <Page
      title={slot ? `${day} ${timeOf(slot.startsAt)}–${timeOf(slot.endsAt)} 约满了` : `${day}约满了`}
      lead={hall.data && `${shortHall(hall.data.name)}。可以这样继续：`}
    >
      <NextSteps full={{ matterId, furtherMatterIds, hallId, on, slotId }} />
    </Page>
  );
}
