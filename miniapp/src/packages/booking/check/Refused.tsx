import type { ReactNode } from 'react';
import { isRefusal } from '@/api/problems';
import { Button, Empty, Page } from '@/components';
import { go, goBackTo } from '@/lib/go';
import { Blocked } from '../Blocked';
import { useBookingDraft } from '../booking-draft';
import { NextSteps } from '../next-steps/NextSteps';

interface RefusedProps {
  error: unknown;
  /** For what is no refusal of this place: a lost network, a fault. */
  fallback: ReactNode;
}

/** A place that can't be held: why, and everything that can be done instead. Never a red field. */
export function Refused({ error, fallback }: RefusedProps) {
  const { value } = useBookingDraft();
  const { matterId, hallId } = value;
  const otherTime = () => goBackTo('booking/time', { matterId, hallId });

  if (isRefusal(error, 'appointment.slot_full')) {
    return (
      <Page title="这个时段刚刚约满了" lead="您填的内容都还在。可以这样继续：" instead>
        <NextSteps full={value} />
      </Page>
    );
  }
  if (isRefusal(error, 'appointment.blocked')) return <Blocked message={error.message} />;
  if (isRefusal(error, 'appointment.already_booked')) {
    return (
      <Told title="这个半天已经有预约了" note="同一户一个半天只能约一次，占着没有提交的号也算。">
        <Button id="my-appointments" onPress={() => go('booking/list')}>
          看我的预约
        </Button>
        <Button id="other-time" kind="secondary" onPress={otherTime}>
          另选时间
        </Button>
      </Told>
    );
  }
  if (isRefusal(error, 'appointment.matters_do_not_fit')) {
    return (
      <Told title="这里放不下这几件事" note={error.message}>
        <Button id="other-time" onPress={otherTime}>
          另选时间
        </Button>
        <Button kind="secondary" onPress={() => go('booking/further')}>
          少办一件，分开预约
        </Button>
      </Told>
    );
  }
  if (isRefusal(error, 'appointment.closed_hours')) {
    return (
      <Told title="现在不受理预约" note={`${error.message}。您选好的内容会留在手机上。`}>
        <Button id="rules" kind="secondary" onPress={() => go('booking/rules')}>
          看预约规则
        </Button>
      </Told>
    );
  }
  if (
    isRefusal(
      error,
      'appointment.slot_past',
      'appointment.slot_closed',
      'appointment.slot_too_early',
      'appointment.matter_not_offered',
    )
  ) {
    return (
      <Told title="这个时段约不了" note={`${error.message}。您填的内容都还在。`}>
        <Button id="other-time" onPress={otherTime}>
          另选时间
        </Button>
        <Button kind="secondary" onPress={() => goBackTo('booking/hall', { matterId })}>
          换一个办税服务厅
        </Button>
      </Told>
    );
  }
  if (isRefusal(error, 'identity.taxpayer_not_yours')) {
    return (
      <Told title="不能为这家办理了" note={`${error.message}。可能已经解除了绑定。`}>
        <Button onPress={() => go('booking/whom', { back: 'yes' })}>重选为谁办理</Button>
      </Told>
    );
  }
  return (
    <Page title="核对预约" instead>
      {fallback}
    </Page>
  );
}

function Told({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <Page title={title} instead>
      <Empty icon="clock" title="还没有占到号" note={note}>
        {children}
      </Empty>
    </Page>
  );
}
