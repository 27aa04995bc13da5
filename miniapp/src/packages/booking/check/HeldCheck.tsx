import { useQueryClient } from '@tanstack/react-query';
import {
  type AppointmentView,
  type MeView,
  onSiteReasonNames,
  type SubmitHoldBody,
  submitHoldRules,
} from '@yiyun/shared';
import { type ReactNode, useState } from 'react';
import { api } from '@/api/client';
import type { Draft } from '@/api/drafts';
import { keys } from '@/api/keys';
import { isRefusal } from '@/api/problems';
import { useAct } from '@/api/use-act';
import { useForm } from '@/api/use-form';
import {
  BottomBar,
  Button,
  Cell,
  ErrorSummary,
  HoldClock,
  NoticeBar,
  Page,
  Steps,
  SummaryList,
  TextArea,
} from '@/components';
import { now } from '@/lib/clock';
import { go, goAfresh, goBackTo, goTab } from '@/lib/go';
import { sayWhen, timeOf } from '@/lib/time';
import type { BookingDraft } from '../booking-draft';
import { bookingSteps } from '../steps';
import { sayMatters, useMatters } from '../use-matters';

/** Why a place is not one's own any more: its time is over, or it is not held at all now. */
export type Gone = 'over' | 'submitted';

export type Answers = Pick<BookingDraft, 'note' | 'onSiteReason'>;

interface HeldCheckProps {
  held: AppointmentView;
  me: MeView;
  answers: Pick<Draft<Answers>, 'value' | 'update'>;
  /** One has just chosen it, and can still change each answer. */
  own?: boolean;
  /** In the place of the page once the place is gone. */
  renderGone: (why: Gone) => ReactNode;
}

/** A held place with all its answers, how long it is kept, and the one button that makes it an appointment. */
export function HeldCheck({ held: a, me, answers, own, renderGone }: HeldCheckProps) {
  const client = useQueryClient();
  const form = useForm<SubmitHoldBody>(submitHoldRules);
  const until = a.heldUntil ?? 0;
  const [over, setOver] = useState(until <= now());
  const matterIds = [a.matter, ...a.furtherMatters].map(({ id }) => id);
  const needsLook = useMatters(matterIds).some(({ confirmation }) => confirmation === 'officer');
  const submit = useAct(
    (body: SubmitHoldBody, key) => api.appointments.submit({ params: { appointmentId: a.id }, body }, key),
    {
      onDone: ({ id }) => {
        goAfresh('booking/done', { appointmentId: id });
        void client.invalidateQueries({ queryKey: keys.appointments });
        void client.invalidateQueries({ queryKey: keys.waitlist });
      },
      onProblem: (error) => {
        if (form.refuse(error)) return;
        void client.invalidateQueries({ queryKey: keys.held(a.id) });
      },
    },
  );
  const expired = over || isRefusal(submit.error, 'appointment.hold_expired');
  if (a.status !== 'held' && a.status !== 'expired') return <>{renderGone('submitted')}</>;
  if ((expired && !submit.busy) || a.status === 'expired') return <>{renderGone('over')}</>;

  const { note, onSiteReason } = answers.value;
  const send = () => {
    const body = form.fit({ version: a.version, ...(note && { note }), ...(onSiteReason && { onSiteReason }) });
    if (body) submit.run(body);
  };
  const { matterId, hallId } = { matterId: a.matter.id, hallId: a.hall.id };
  const change = (way: () => void) => (own ? { onChange: way } : {});
  return (
    <Page
      title="核对预约"
      instead
      bottom={
        <BottomBar>
          <Button id="submit-booking" busy={submit.busy} busyText="正在提交…" onPress={send}>
            提交预约
          </Button>
        </BottomBar>
      }
    >
      {own && <Steps names={bookingSteps} current={2} />}
      <HoldClock until={until} onOver={() => setOver(true)} />
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {submit.problem && form.errors.length === 0 && <NoticeBar tone="error" text={submit.problem} />}
      <SummaryList
        rows={[
          {
            label: '办什么',
            value: sayMatters([a.matter, ...a.furtherMatters]),
            ...change(() => (a.furtherMatters.length > 0 ? go('booking/further') : goTab('matters'))),
          },
          {
            label: '为谁办理',
            value: a.taxpayer.name || '我自己',
            ...change(() => go('booking/whom', { back: 'yes' })),
          },
          {
            label: '到哪里',
            value: `${a.hall.name}，${a.hall.address}`,
            ...change(() => goBackTo('booking/hall', { matterId })),
          },
          {
            label: '什么时候',
            value: `${sayWhen(a.startsAt, now())}–${timeOf(a.endsAt)}`,
            ...change(() => goBackTo('booking/time', { matterId, hallId })),
          },
          { label: '联系电话', value: me.citizen.maskedPhone ?? '', onChange: () => go('account/phone') },
          ...(onSiteReason
            ? [
                {
                  label: '为什么到厅办',
                  value: onSiteReasonNames[onSiteReason],
                  ...change(() => go('booking/online', { matterId, back: 'yes' })),
                },
              ]
            : []),
        ]}
      />
      {own && a.furtherMatters.length === 0 && (
        <Cell id="add-matter" icon="plus" title="这次还要办别的事" onPress={() => go('booking/further')} />
      )}
      <TextArea
        id="note"
        label="还有什么要告诉窗口？"
        optional
        value={note}
        maxLength={200}
        onChange={(value) => answers.update({ note: value })}
        error={form.errorOf('note')}
      />
      {needsLook && <NoticeBar text="这件事由窗口先看一下再确认，通常在一个工作日内，结果会通知您。" />}
    </Page>
  );
}
