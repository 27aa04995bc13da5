import { useQueryClient } from '@tanstack/react-query';
import { AppError, type AppointmentDetailView, type RescheduleBody } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { isRefusal } from '@/api/problems';
import { useAct } from '@/api/use-act';
import { BottomBar, Button, Cell, NoticeBar, Page, SummaryList } from '@/components';
import { call } from '@/lib/call';
import { now } from '@/lib/clock';
import { goAfresh } from '@/lib/go';
import { sayWhen, timeOf } from '@/lib/time';
import { sayMatters } from '../use-matters';
import type { NewPlace } from './index';

/** A refusal leaves all as it was; of a request that got lost nobody knows until one asks again. */
const sayProblem = (problem: string, error: unknown): string =>
  error instanceof AppError
    ? `${problem}。原来的时间还是您的。`.replace('。。', '。')
    : `${problem}再点一次不会重复改约。`;

interface CheckChangeProps {
  appointment: AppointmentDetailView;
  place: NewPlace;
  /** Back to the times. */
  onOther: () => void;
}

/** The old time and the new one side by side, before anything changes. */
export function CheckChange({ appointment: a, place: { hall, slot }, onOther }: CheckChangeProps) {
  const client = useQueryClient();
  const change = useAct(
    (body: RescheduleBody, key) => api.appointments.reschedule({ params: { appointmentId: a.id }, body }, key),
    {
      onDone: ({ id }) => {
        goAfresh('booking/done', { appointmentId: id });
        void client.invalidateQueries({ queryKey: keys.appointments });
        void client.invalidateQueries({ queryKey: keys.slots(hall.id) });
      },
      onProblem: () => {
        void client.invalidateQueries({ queryKey: keys.slots(hall.id) });
        void client.invalidateQueries({ queryKey: keys.appointment(a.id) });
      },
    },
  );
  const tooLate = isRefusal(change.error, 'appointment.reschedule_too_late');
  const moved = hall.id !== a.hall.id;
  return (
    <Page
      title="核对改约"
      instead
      bottom={
        <BottomBar>
          <Button
            id="submit-reschedule"
            busy={change.busy}
            busyText="正在改约…"
            onPress={() => change.run({ slotId: slot.id, version: a.version })}
          >
            改到这个时间
          </Button>
        </BottomBar>
      }
    >
      {change.problem && <NoticeBar tone="error" text={sayProblem(change.problem, change.error)} />}
      {tooLate && (
        <Cell icon="phone" title={`致电办税服务厅 ${a.hall.telephone}`} onPress={() => call(a.hall.telephone)} />
      )}
      <SummaryList
        rows={[
          { label: '办什么', value: sayMatters([a.matter, ...a.furtherMatters]) },
          {
            label: '原来的时间',
            value: `${sayWhen(a.startsAt, now())}–${timeOf(a.endsAt)}${moved ? `，${a.hall.name}` : ''}`,
          },
          {
            label: '改到',
            value: `${sayWhen(slot.startsAt, now())}–${timeOf(slot.endsAt)}`,
            onChange: onOther,
          },
          { label: '到哪里', value: `${hall.name}，${hall.address}` },
        ]}
      />
      <NoticeBar text="改好后，原来的位置给别人；预约号会换新的。改时间不算取消。" />
    </Page>
  );
}
