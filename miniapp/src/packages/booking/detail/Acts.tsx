import type { AppointmentDetailView } from '@yiyun/shared';
import { Button, Section } from '@/components';
import { go } from '@/lib/go';
import { AddToCalendar } from './AddToCalendar';
import { Cancel } from './Cancel';

const COMING = ['pending', 'confirmed'];
const OVER = ['completed', 'rejected', 'cancelled', 'noShow', 'expired'];

/** Everything that the person can do to an appointment now. */
export function Acts({ appointment: a }: { appointment: AppointmentDetailView }) {
  const can = (action: (typeof a.availableActions)[number]) => a.availableActions.includes(action);
  const appointmentId = a.id;
  if (a.status === 'checkedIn' || a.status === 'serving' || a.status === 'rescheduled') return null;
  return (
    <Section title={OVER.includes(a.status) ? '还可以' : '要变动'}>
      {can('submit') && (
        <Button id="go-submit" onPress={() => go('booking/check', { appointmentId })}>
          去核对提交
        </Button>
      )}
      {can('reschedule') && (
        <Button
          kind="secondary"
          icon="clock"
          id="reschedule"
          onPress={() => go('booking/reschedule', { appointmentId })}
        >
          改时间
        </Button>
      )}
      {COMING.includes(a.status) && <AddToCalendar appointment={a} />}
      {a.status === 'noShow' && (
        <Button kind="secondary" id="go-appeal" onPress={() => go('booking/appeal', { appointmentId })}>
          有特殊情况，申诉
        </Button>
      )}
      {OVER.includes(a.status) && (
        <Button
          kind="secondary"
          icon="calendar"
          id="book-again"
          onPress={() => go('booking/matter', { matterId: a.matter.id })}
        >
          再约一次
        </Button>
      )}
      {(can('cancel') || can('release')) && <Cancel appointment={a} />}
    </Section>
  );
}
