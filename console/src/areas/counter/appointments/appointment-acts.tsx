import { declineRules, type StaffAppointmentDetailView } from '@yiyun/shared';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { useSubmit } from '../../../api/use-submit';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { ReasonModal } from '../../../components/reason-modal';
import { useNow } from '../../../lib/clock';
import { saidTime } from '../../../lib/time';
import { useMe, worksAt } from '../../../session/me';
import styles from './appointment-panel.module.css';

const presets = ['所选事项可以网上办理，无需到厅', '材料不全，请备齐后重新预约', '这个时段临时停办，请另选时间'];

interface AppointmentActsProps {
  appointment: StaffAppointmentDetailView;
  onChanged: () => unknown;
}

/** What the officer can do with the appointment now: confirm, begin, decline. */
export function AppointmentActs({ appointment, onChanged }: AppointmentActsProps) {
  const { id: appointmentId, version, availableActions, hall, citizen } = appointment;
  const params = { appointmentId };
  const now = useNow();
  const navigate = useNavigate();
  const [isDeclining, setDeclining] = useState(false);
  const confirm = useSubmit(
    (body: { version: number }, idempotencyKey) => api.appointments.confirm({ params, body }, { idempotencyKey }),
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
  const may = (action: (typeof availableActions)[number]) => availableActions.includes(action);
  return (
    <>
      {confirm.error && <ErrorResult title="没能确认预约" error={confirm.error} />}
      {begin.error && <ErrorResult title="没能开始办理" error={begin.error} />}
      <div className={styles.acts}>
        {may('confirm') && (
          <KeyButton
            type="primary"
            label="确认预约"
            combo="alt+a"
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ version })}
          />
        )}
        {may('serve') && (
          <KeyButton
            type={may('confirm') ? 'default' : 'primary'}
            label="开始办理"
            combo="alt+k"
            loading={begin.isPending}
            onClick={() => begin.mutate({ hallId: hall.id, appointmentId })}
          />
        )}
        {may('decline') && <KeyButton label="退回预约" combo="alt+j" onClick={() => setDeclining(true)} />}
      </div>
      <ReasonModal
        open={isDeclining}
        title={`退回${citizen.name}的预约？`}
        effect={
          <p>
            {saidTime(appointment.startsAt, now)} 的“{appointment.matter.name}”将不再办理，名额放回给其他人。
            {citizen.name}会收到消息，并看到下面写的原因。退回后不能恢复。
          </p>
        }
        question="为什么退回？"
        rule={declineRules.reason}
        version={version}
        presets={presets}
        actLabel="退回预约"
        isFinal
        onSubmit={async (written, idempotencyKey) => {
          await api.appointments.decline(
            { params, body: { version: written.version, reason: written.text } },
            { idempotencyKey },
          );
          await onChanged();
        }}
        onClose={() => setDeclining(false)}
      />
    </>
  );
}
