import { useQueryClient } from '@tanstack/react-query';
import { type AppealBody, appealRules, type StrikeView, sayReferenceNo } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { useDraft } from '@/api/drafts';
import { keys } from '@/api/keys';
import { useAct } from '@/api/use-act';
import { useForm } from '@/api/use-form';
import {
  BottomBar,
  Button,
  Empty,
  ErrorSummary,
  Loaded,
  NoticeBar,
  Page,
  Section,
  SummaryList,
  TextArea,
} from '@/components';
import { now } from '@/lib/clock';
import { goBackTo, goInstead } from '@/lib/go';
import { sayWhen } from '@/lib/time';
import { useParam } from '@/lib/use-param';
import { SignedIn } from '@/session/SignedIn';
import { useStanding } from '../use-standing';

/** Why a missed or cancelled appointment should not count. */
export default function Appeal() {
  const appointmentId = useParam('appointmentId');
  const [sent, setSent] = useState(false);
  if (sent) return <Sent />;
  return (
    <Page title="为什么不该记这一次？">
      <SignedIn why="登录后可以申诉。" upTo="consent">
        {() => <Strike appointmentId={appointmentId} onSent={() => setSent(true)} />}
      </SignedIn>
    </Page>
  );
}

function Strike({ appointmentId, onSent }: { appointmentId: string; onSent: () => void }) {
  const standing = useStanding();
  return (
    <Loaded query={standing}>
      {({ strikes }) => {
        const strike = strikes.find((one) => one.appointmentId === appointmentId);
        return strike?.canAppeal ? (
          <AppealForm strike={strike} onSent={onSent} />
        ) : (
          <Empty icon="check" title="这次不用申诉" note="没有记录，或已经申诉过了。">
            <Button onPress={() => goInstead('booking/standing')}>看预约资格</Button>
          </Empty>
        );
      }}
    </Loaded>
  );
}

function AppealForm({ strike, onSent }: { strike: StrikeView; onSent: () => void }) {
  const { appointmentId, referenceNo, matterName, startsAt } = strike;
  const client = useQueryClient();
  const draft = useDraft(`appeal.${appointmentId}`, { statement: '' });
  const form = useForm<AppealBody>(appealRules);
  const appeal = useAct((body: AppealBody, key) => api.appointments.appeal({ params: { appointmentId }, body }, key), {
    onDone: () => {
      draft.clear();
      void client.invalidateQueries({ queryKey: keys.standing });
      void client.invalidateQueries({ queryKey: keys.appointments });
      onSent();
    },
    onProblem: (error) => form.refuse(error),
  });
  const { statement } = draft.value;
  return (
    <>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {appeal.problem && form.errors.length === 0 && <NoticeBar tone="error" text={appeal.problem} />}
      <SummaryList
        rows={[
          { label: '哪一次', value: `${matterName}，${sayWhen(startsAt, now())}` },
          { label: '预约号', value: sayReferenceNo(referenceNo) },
        ]}
      />
      <TextArea
        id="statement"
        label="当时是什么情况？"
        hint="比如：到了厅里但没能签到；突然生病；路上出了事故"
        value={statement}
        maxLength={300}
        onChange={(value) => draft.update({ statement: value })}
        error={form.errorOf('statement')}
      />
      <Button
        id="send-appeal"
        busy={appeal.busy}
        busyText="正在提交…"
        onPress={() => {
          const body = form.fit({ statement });
          if (body) appeal.run(body);
        }}
      >
        提交申诉
      </Button>
    </>
  );
}

function Sent() {
  return (
    <Page
      title="申诉已提交"
      instead
      bottom={
        <BottomBar>
          <Button id="see-standing" onPress={() => goBackTo('booking/standing')}>
            看预约资格
          </Button>
        </BottomBar>
      }
    >
      <NoticeBar tone="done" text="管理人员会看您写的情况并答复，答复了会发消息。" />
      <Section title="接下来">
        <NoticeBar text="申诉成立，这一次马上不再计算；如果因它不能预约，也马上恢复。" />
        <NoticeBar text="急事可以直接到厅取现场号，或拨打 12366。" />
      </Section>
    </Page>
  );
}
