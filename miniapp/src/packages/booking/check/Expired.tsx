import type { AppointmentView } from '@yiyun/shared';
import { Button, Empty, Page } from '@/components';
import { goBackTo, goInstead } from '@/lib/go';
import { useBookingDraft } from '../booking-draft';
import type { Gone } from './HeldCheck';

interface ExpiredProps {
  why: Gone;
  /** Where it was kept before: a place that was not chosen just now. */
  appointment?: AppointmentView;
  /** Tries for the same place again. */
  onAgain?: () => void;
  again?: boolean;
}

/** A held place that is gone: what became of the answers, and how to go on. */
export function Expired({ why, appointment, onAgain, again }: ExpiredProps) {
  const { value } = useBookingDraft();
  if (why === 'submitted') {
    const appointmentId = appointment?.id ?? value.heldId;
    return (
      <Page title="这个号已经提交过了" instead>
        <Empty icon="check" title="不用再提交" note="它现在怎么样，在预约详情里。">
          <Button onPress={() => goInstead('booking/detail', { appointmentId })}>看这个预约</Button>
        </Empty>
      </Page>
    );
  }
  const matterId = appointment?.matter.id ?? value.matterId;
  const hallId = appointment?.hall.id ?? value.hallId;
  return (
    <Page title="保留时间到了" instead>
      <Empty icon="clock" title="号已经放回" note="您填的内容都还在。可以再占一次，也可以另选时间。">
        {onAgain && (
          <Button id="hold-again" busy={again} busyText="正在占号…" onPress={onAgain}>
            再占这个号
          </Button>
        )}
        <Button
          id="other-time"
          kind={onAgain ? 'secondary' : 'main'}
          onPress={() => goBackTo('booking/time', { matterId, hallId })}
        >
          另选时间
        </Button>
        <Button kind="text" onPress={() => goBackTo('booking/hall', { matterId })}>
          换一个办税服务厅
        </Button>
      </Empty>
    </Page>
  );
}
