import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { BottomBar, Button, DayPicker, Empty, Loaded, NoticeBar, Page, SlotGrid, Steps } from '@/components';
import { now } from '@/lib/clock';
import { go, goBackOrHome } from '@/lib/go';
import { dateOf } from '@/lib/time';
import { useParam } from '@/lib/use-param';
import { useBookingDraft } from '../booking-draft';
import { bookingSteps } from '../steps';

export default function ChooseTime() {
  const matterId = useParam('matterId');
  const hallId = useParam('hallId');
  const draft = useBookingDraft();
  const { slotId } = draft.value;
  const days = useQuery({
    queryKey: keys.slots(hallId, matterId),
    queryFn: () => api.appointments.slotDays({ params: { hallId }, query: { matterId } }),
  });
  const firstFree = days.data?.days.find((day) => day.remaining > 0)?.on;
  const on = draft.value.on || firstFree || '';
  const slots = useQuery({
    queryKey: [...keys.slots(hallId, matterId), on],
    queryFn: () => api.appointments.slots({ params: { hallId }, query: { matterId, on } }),
    enabled: on !== '',
    refetchInterval: 20_000,
  });
  const chosen = slots.data?.find((slot) => slot.id === slotId && slot.remaining > 0);
  const proceed = () => {
    if (!chosen) return;
    draft.update({ matterId, hallId, on, slotId: chosen.id, startsAt: chosen.startsAt, endsAt: chosen.endsAt });
    go('booking/check');
  };
  return (
    <Page
      title="什么时候来？"
      bottom={
        <BottomBar>
          <Button id="time-next" disabled={!chosen} onPress={proceed}>
            {chosen ? '下一步，核对' : '请先选一个时段'}
          </Button>
        </BottomBar>
      }
    >
      <Steps names={bookingSteps} current={1} />
      <Loaded query={days} rows={4}>
        {({ days: list, calendarNote }) => (
          <>
            {calendarNote && <NoticeBar tone="attention" text={calendarNote} />}
            {firstFree === undefined ? (
              <Empty
                icon="calendar"
                title="两周内都约满了"
                note="每天会放出新的日期；也可以换一个办税服务厅，或拨打 12366。"
              >
                <Button kind="secondary" onPress={goBackOrHome}>
                  换一个办税服务厅
                </Button>
              </Empty>
            ) : (
              <DayPicker
                days={list.map((day) => ({
                  on: day.on,
                  remaining: day.remaining,
                  ...(day.closedReason && { closed: day.closedReason }),
                }))}
                todayOn={dateOf(now())}
                value={on}
                onChange={(next) => draft.update({ on: next, slotId: '' })}
              />
            )}
          </>
        )}
      </Loaded>
      {on !== '' && (
        <Loaded query={slots} rows={4}>
          {(list) =>
            list.length === 0 ? (
              <Empty icon="clock" title="这一天没有可约的时段了" note="请换一天。" />
            ) : (
              <SlotGrid
                slots={list.map((slot) => ({ ...slot, remaining: slot.closedReason === null ? slot.remaining : 0 }))}
                value={slotId}
                onChange={(id) => draft.update({ slotId: id })}
              />
            )
          }
        </Loaded>
      )}
    </Page>
  );
}
