import type { MeView } from '@yiyun/shared';
import { Button, Empty, ErrorState, Page, Skeleton, Steps } from '@/components';
import { goTab } from '@/lib/go';
import { useParam } from '@/lib/use-param';
import { SignedIn } from '@/session/SignedIn';
import { missingStep, useMe } from '@/session/use-me';
import { useBookingDraft } from '../booking-draft';
import { knownWhom } from '../for-whom';
import { bookingSteps } from '../steps';
import { useHold } from '../use-hold';
import { AskWhom } from './AskWhom';
import { Expired } from './Expired';
import { HeldCheck } from './HeldCheck';
import { KeptPlace } from './KeptPlace';
import { Refused } from './Refused';

const TITLE = '核对预约';

/** The last look before a place is one's own: chosen just now, or kept already and found under 我的预约. */
export default function CheckAnswers() {
  const me = useMe();
  const appointmentId = useParam('appointmentId');
  if (!me.data || missingStep(me.data)) {
    return (
      <Page title={TITLE}>
        <Steps names={bookingSteps} current={2} />
        <SignedIn why="登录并验证手机号后就为您占号，您选好的时间会保留在这里。">{() => null}</SignedIn>
      </Page>
    );
  }
  return appointmentId === '' ? <ChosenPlace me={me.data} /> : <KeptPlace appointmentId={appointmentId} me={me.data} />;
}

function ChosenPlace({ me }: { me: MeView }) {
  const { value } = useBookingDraft();
  const taxpayerId = knownWhom(me, value.taxpayerId);
  if (value.slotId === '') {
    return (
      <Page title={TITLE}>
        <Empty icon="calendar" title="还没有选时间" note="从一件要办的事开始。">
          <Button onPress={() => goTab('matters')}>去选事项</Button>
        </Empty>
      </Page>
    );
  }
  return taxpayerId === '' ? <AskWhom me={me} /> : <HoldPlace me={me} taxpayerId={taxpayerId} />;
}

function HoldPlace({ me, taxpayerId }: { me: MeView; taxpayerId: string }) {
  const draft = useBookingDraft();
  const { held, busy, error, problem, retry } = useHold(taxpayerId);
  if (error && !busy) {
    return <Refused error={error} fallback={<ErrorState title="还没有占到号" note={problem} onRetry={retry} />} />;
  }
  if (held) {
    return (
      <HeldCheck
        key={held.id}
        held={held}
        me={me}
        answers={draft}
        own
        renderGone={(why) => <Expired why={why} onAgain={retry} again={busy} />}
      />
    );
  }
  return (
    <Page title={TITLE} lead="正在为您占号…">
      <Steps names={bookingSteps} current={2} />
      <Skeleton rows={4} />
    </Page>
  );
}
