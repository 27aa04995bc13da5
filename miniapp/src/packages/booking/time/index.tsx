import { useQuery } from '@tanstack/react-query';
import type { SlotView } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { BottomBar, Button, Empty, Loaded, NoticeBar, Page, Steps } from '@/components';
import { go, goBackOrHome } from '@/lib/go';
import { shortHall } from '@/lib/hall-words';
import { useParam } from '@/lib/use-param';
import { useSettings } from '@/state/settings';
import { useBookingDraft } from '../booking-draft';
import { bookingSteps } from '../steps';
import { useOwnSlot } from '../use-hold';
import { ElderTimes } from './ElderTimes';
import { Times } from './Times';
import { firstDay, isFree, type Place, useDays, useSlots } from './use-slots';

/** A day and a slot; what is full leads to what else there is. */
export default function ChooseTime() {
  const matterId = useParam('matterId');
  const hallId = useParam('hallId');
  const taxpayerId = useParam('taxpayerId');
  const draft = useBookingDraft();
  const elder = useSettings((settings) => settings.elder);
  const mine = draft.value.matterId === matterId && draft.value.hallId === hallId;
  const place: Place = { hallId, matterIds: [matterId, ...(mine ? draft.value.furtherMatterIds : [])] };
  const days = useDays(place);
  const list = days.data?.days ?? [];
  const on = (mine && draft.value.on) || firstDay(list);
  const slots = useSlots(place, on);
  const hall = useQuery({ queryKey: keys.hall(hallId), queryFn: () => api.halls.get({ params: { hallId } }) });

  const slotId = mine ? draft.value.slotId : '';
  const ownSlotId = useOwnSlot();
  const chosen = slots.data?.find((slot) => slot.id === slotId && (isFree(slot) || slot.id === ownSlotId));
  const keep = ({ id, startsAt, endsAt }: SlotView) =>
    draft.begin(matterId, { hallId, on, slotId: id, startsAt, endsAt, ...(taxpayerId && { taxpayerId }) });
  const choice = {
    days: list,
    slots,
    on,
    slotId,
    ownSlotId,
    onDay: (next: string) => draft.begin(matterId, { hallId, on: next, slotId: '' }),
    onFull: (fullOn: string, fullId?: string) => go('booking/full', { matterId, hallId, on: fullOn, slotId: fullId }),
  };
  const goOn = () => go('booking/check');
  return (
    <Page
      title="什么时候来？"
      lead={hall.data && shortHall(hall.data.name)}
      bottom={
        elder ? undefined : (
          <BottomBar>
            <Button id="time-next" disabled={!chosen} onPress={goOn}>
              {chosen ? '占号，去核对' : '请先选一个时段'}
            </Button>
          </BottomBar>
        )
      }
    >
      <Steps names={bookingSteps} current={1} />
      <Loaded query={days} rows={4}>
        {({ calendarNote }) => (
          <>
            {calendarNote && <NoticeBar tone="attention" text={calendarNote} />}
            {on === '' ? (
              <Empty icon="calendar" title="现在没有可以约的日子" note="可以换一个办税服务厅，或拨打 12366。">
                <Button kind="secondary" onPress={goBackOrHome}>
                  换一个办税服务厅
                </Button>
              </Empty>
            ) : elder ? (
              <ElderTimes
                {...choice}
                onSlot={(slot) => {
                  keep(slot);
                  goOn();
                }}
              />
            ) : (
              <Times {...choice} onSlot={keep} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
