import { declineRules, type StaffAppointmentView } from '@yiyun/shared';
import { api } from '../../../api/client';
import { ReasonModal } from '../../../components/reason-modal';
import { useNow } from '../../../lib/clock';
import { saidTime } from '../../../lib/time';

const presets = ['材料不全，请备齐后重新预约', '所选事项不在本厅办理，请改约其他办税服务厅'];

interface DeclineDialogProps {
  of: StaffAppointmentView;
  /** To do it online instead: the words are ready. */
  isSteering?: boolean;
  open: boolean;
  onDone: () => unknown;
  onClose: () => void;
}

/** Gives an appointment back, with a reason that the taxpayer reads; the place goes to somebody else. */
export function DeclineDialog({ of, isSteering = false, open, onDone, onClose }: DeclineDialogProps) {
  const { id: appointmentId, version, citizen, matter, startsAt, onlineHint } = of;
  const now = useNow();
  const ready = `这个事项可以网上办理，不用到厅。${onlineHint ?? ''}`;
  return (
    <ReasonModal
      open={open}
      title={isSteering ? `请${citizen.name}网上办理？` : `退回${citizen.name}的预约？`}
      effect={
        <p>
          {saidTime(startsAt, now)} 的“{matter.name}”将不再办理，名额放回给其他人。
          {citizen.name}会收到消息，并看到下面写的原因。退回后不能恢复，不算爽约。
        </p>
      }
      question={isSteering ? '怎么告诉纳税人？' : '为什么退回？'}
      rule={declineRules.reason}
      version={version}
      initial={isSteering ? ready.slice(0, declineRules.reason.max) : ''}
      presets={isSteering ? [] : presets}
      actLabel={isSteering ? '退回并告知' : '退回预约'}
      isFinal
      onSubmit={async (written, idempotencyKey) => {
        await api.appointments.decline(
          { params: { appointmentId }, body: { version: written.version, reason: written.text } },
          { idempotencyKey },
        );
        await onDone();
      }}
      onClose={onClose}
    />
  );
}
