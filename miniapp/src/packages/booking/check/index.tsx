import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type BookAppointmentBody, bindingRoleNames, bookAppointmentRules, type MeView } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { isRefusal } from '@/api/problems';
import { useAct } from '@/api/use-act';
import { useForm } from '@/api/use-form';
import {
  BottomBar,
  Button,
  ChoiceList,
  Empty,
  ErrorSummary,
  NoticeBar,
  Page,
  Steps,
  SummaryList,
  TextArea,
} from '@/components';
import { now } from '@/lib/clock';
import { go, goAfresh, goBackOrHome, goInstead, goTab } from '@/lib/go';
import { sayWhen, timeOf } from '@/lib/time';
import { SignedIn } from '@/session/SignedIn';
import { missingStep, useMe } from '@/session/use-me';
import { useBookingDraft } from '../booking-draft';
import { bookingSteps } from '../steps';

const TITLE = '核对预约';

export default function CheckAnswers() {
  const me = useMe();
  if (me.data && !missingStep(me.data)) return <Check me={me.data} />;
  return (
    <Page title={TITLE}>
      <Steps names={bookingSteps} current={2} />
      <SignedIn why="登录并验证手机号后就可以提交，您选好的时间会保留在这里。">{() => null}</SignedIn>
    </Page>
  );
}

function Check({ me }: { me: MeView }) {
  const draft = useBookingDraft();
  const client = useQueryClient();
  const form = useForm<BookAppointmentBody>(bookAppointmentRules);
  const { matterId, hallId, slotId, startsAt, endsAt, note } = draft.value;
  const taxpayerId = draft.value.taxpayerId || preferredTaxpayer(me);
  const matter = useQuery({
    queryKey: keys.matter(matterId),
    queryFn: () => api.matters.get({ params: { matterId } }),
    enabled: matterId !== '',
  });
  const hall = useQuery({
    queryKey: keys.hall(hallId),
    queryFn: () => api.halls.get({ params: { hallId } }),
    enabled: hallId !== '',
  });
  const book = useAct((body: BookAppointmentBody, key) => api.appointments.book({ body }, key), {
    onDone: ({ id }) => {
      goAfresh('booking/done', { appointmentId: id });
      void client.invalidateQueries({ queryKey: keys.appointments });
    },
    onProblem: (error) => {
      if (form.refuse(error)) return;
      void client.invalidateQueries({ queryKey: keys.slots(hallId, matterId) });
    },
  });
  if (slotId === '') {
    return (
      <Page title={TITLE}>
        <Empty icon="calendar" title="还没有选时间" note="从一件要办的事开始。">
          <Button onPress={() => goTab('matters')}>去选事项</Button>
        </Empty>
      </Page>
    );
  }
  if (isRefusal(book.error, 'appointment.slot_full', 'appointment.slot_past', 'appointment.slot_closed')) {
    return (
      <Page title={TITLE}>
        <Empty
          icon="clock"
          title="这个时段刚刚没有了"
          note="您填的其他内容都还在。请另选一个时段，也可以换一个办税服务厅。"
        >
          <Button id="other-time" onPress={goBackOrHome}>
            另选时段
          </Button>
          <Button kind="secondary" onPress={() => goInstead('booking/hall', { matterId })}>
            换一个办税服务厅
          </Button>
        </Empty>
      </Page>
    );
  }
  const submit = () => {
    const body = form.fit({ slotId, matterId, taxpayerId, ...(note && { note }) });
    if (body) book.run(body);
  };
  return (
    <Page
      title={TITLE}
      bottom={
        <BottomBar>
          <Button id="submit-booking" busy={book.busy} busyText="正在提交…" onPress={submit}>
            提交预约
          </Button>
        </BottomBar>
      }
    >
      <Steps names={bookingSteps} current={2} />
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {book.problem && form.errors.length === 0 && <NoticeBar tone="error" text={book.problem} />}
      <SummaryList
        rows={[
          { label: '办什么', value: matter.data?.name ?? '…', onChange: () => goTab('matters') },
          {
            label: '到哪里',
            value: hall.data ? `${hall.data.name}，${hall.data.address}` : '…',
            onChange: () => goInstead('booking/hall', { matterId }),
          },
          { label: '什么时候', value: `${sayWhen(startsAt, now())}–${timeOf(endsAt)}`, onChange: goBackOrHome },
          { label: '联系电话', value: me.citizen.maskedPhone ?? '', onChange: () => go('account/phone') },
        ]}
      />
      <ChoiceList
        id="taxpayerId"
        label="为谁办理？"
        value={taxpayerId}
        choices={me.bindings.map((b) => ({
          value: b.taxpayerId,
          label: b.kind === 'individual' ? `我自己${b.name ? `（${b.name}）` : ''}` : b.name,
          note: bindingRoleNames[b.role],
        }))}
        onChange={(value) => draft.update({ taxpayerId: value })}
        error={form.errorOf('taxpayerId')}
      />
      <TextArea
        id="note"
        label="还有什么要告诉窗口？"
        optional
        value={note}
        maxLength={200}
        onChange={(value) => draft.update({ note: value })}
        error={form.errorOf('note')}
      />
      {matter.data?.confirmation === 'officer' && (
        <NoticeBar text="这件事由窗口先看一下再确认，通常在一个工作日内，结果会通知您。" />
      )}
    </Page>
  );
}

/** An enterprise before oneself: whoever has bound one mostly comes for it. */
const preferredTaxpayer = (me: MeView): string =>
  (me.bindings.find(({ kind }) => kind === 'enterprise') ?? me.bindings[0])?.taxpayerId ?? '';
