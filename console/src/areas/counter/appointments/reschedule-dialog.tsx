import { localDateOf, type RescheduleBody, rescheduleRules, type StaffAppointmentView } from '@yiyun/shared';
import { Modal } from 'antd';
import { api } from '../../../api/client';
import { KeyButton } from '../../../components/key-button';
import { RuleField, RuleForm } from '../../../forms/rule-form';
import { useNow } from '../../../lib/clock';
import { clockTime, saidDate } from '../../../lib/time';
import { ShortcutLayer } from '../../../shortcuts/use-shortcut';
import { SlotPicker } from '../slots/slot-picker';

interface RescheduleDialogProps {
  of: StaffAppointmentView;
  open: boolean;
  onDone: (moved: StaffAppointmentView) => unknown;
  onClose: () => void;
}

/** Another time for somebody: the old place is given up only when the new one is his. */
export function RescheduleDialog({ of, open, onDone, onClose }: RescheduleDialogProps) {
  const now = useNow();
  const { id: appointmentId, hall, matter, furtherMatters, citizen, startsAt, version } = of;
  return (
    <Modal
      title={`给${citizen.name}改约`}
      open={open}
      onCancel={onClose}
      footer={null}
      width="46rem"
      destroyOnHidden
      mask={{ closable: false }}
    >
      <ShortcutLayer>
        <p>
          原来约在{saidDate(localDateOf(startsAt), now)} {clockTime(startsAt)}。改约成功之前原来的号不动；改好后
          {citizen.name}
          会收到消息。
        </p>
        <RuleForm<RescheduleBody, StaffAppointmentView>
          rules={rescheduleRules}
          version={version}
          onSubmit={(body, idempotencyKey) =>
            api.appointments.hallReschedule({ params: { appointmentId }, body }, { idempotencyKey })
          }
          onDone={async (moved) => {
            await onDone(moved);
            onClose();
          }}
          submitLabel="改到这个时间"
          buttons={<KeyButton label="返回" onClick={onClose} />}
        >
          <RuleField name="slotId" label="新的时间">
            <SlotPicker hallId={hall.id} matterId={matter.id} furtherMatterIds={furtherMatters.map(({ id }) => id)} />
          </RuleField>
        </RuleForm>
      </ShortcutLayer>
    </Modal>
  );
}
