import { type CheckInBody, localDateOf, type StaffAppointmentDetailView } from '@yiyun/shared';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { useSubmit } from '../../../api/use-submit';
import { Done } from '../../../components/done';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { useNow } from '../../../lib/clock';
import { useMe, worksAt } from '../../../session/me';
import styles from './appointment-panel.module.css';
import { DeclineDialog } from './decline-dialog';
import { OnlineHint } from './online-hint';
import { RescheduleDialog } from './reschedule-dialog';

interface AppointmentActsProps {
  appointment: StaffAppointmentDetailView;
  onChanged: () => unknown;
}

/** What the officer can do with the appointment now: confirm, check in, begin, change, decline. */
export function AppointmentActs({ appointment, onChanged }: AppointmentActsProps) {
  const { id: appointmentId, version, availableActions, hall, citizen, onlineHint, referenceNo } = appointment;
  const params = { appointmentId };
  const navigate = useNavigate();
  const now = useNow();
  const [dialog, setDialog] = useState<'decline' | 'steer' | 'reschedule'>();
  const close = () => setDialog(undefined);
  const confirm = useSubmit(
    (body: { version: number }, idempotencyKey) => api.appointments.confirm({ params, body }, { idempotencyKey }),
    { onDone: onChanged },
  );
  const checkIn = useSubmit(
    (body: CheckInBody, idempotencyKey) => api.queue.checkIn({ params: { hallId: hall.id }, body }, { idempotencyKey }),
    { onDone: onChanged },
  );
  const begin = useSubmit(
    (body: { hallId: string; appointmentId: string }, idempotencyKey) => api.cases.open({ body }, { idempotencyKey }),
    {
      onDone: async ({ id }) => {
        await onChanged();
        await navigate(`/counter/cases/${id}`);
      },
    },
  );
  if (!worksAt(useMe(), hall.id)) return null;
  const isToday = localDateOf(appointment.startsAt) === localDateOf(now);
  const may = (action: (typeof availableActions)[number]) => availableActions.includes(action);
  return (
    <>
      {checkIn.data && (
        <Done title={`已签到，号票 ${checkIn.data.number}`}>需要纸质号票时，到“号票”里打开这个号打印。</Done>
      )}
      {confirm.error && <ErrorResult title="没能确认预约" error={confirm.error} />}
      {checkIn.error && <ErrorResult title="没能签到" error={checkIn.error} />}
      {begin.error && <ErrorResult title="没能开始办理" error={begin.error} />}
      {onlineHint !== null && may('confirm') && (
        <OnlineHint hint={onlineHint} name={citizen.name} onSteer={() => setDialog('steer')} />
      )}
      <div className={styles.acts}>
        {may('confirm') && (
          <KeyButton
            type="primary"
            label={onlineHint === null ? '确认预约' : '仍然确认到厅'}
            combo="alt+a"
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ version })}
          />
        )}
        {may('checkIn') && isToday && (
          <KeyButton
            label="签到取号"
            combo="alt+g"
            loading={checkIn.isPending}
            onClick={() => checkIn.mutate({ code: referenceNo })}
          />
        )}
        {may('serve') && (
          <KeyButton
            type={may('confirm') || !isToday ? 'default' : 'primary'}
            label={isToday || appointment.startsAt < now ? '开始办理' : '提前办理'}
            combo="alt+k"
            loading={begin.isPending}
            onClick={() => begin.mutate({ hallId: hall.id, appointmentId })}
          />
        )}
        {may('hallReschedule') && <KeyButton label="改约" combo="alt+m" onClick={() => setDialog('reschedule')} />}
        {may('decline') && <KeyButton label="退回预约" combo="alt+j" onClick={() => setDialog('decline')} />}
      </div>
      <RescheduleDialog of={appointment} open={dialog === 'reschedule'} onDone={onChanged} onClose={close} />
      <DeclineDialog of={appointment} open={dialog === 'decline'} onDone={onChanged} onClose={close} />
      <DeclineDialog of={appointment} isSteering open={dialog === 'steer'} onDone={onChanged} onClose={close} />
    </>
  );
}
