import { useQueryClient } from '@tanstack/react-query';
import type { JoinWaitlistBody, MeView, SlotView, WaitlistScope } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { isRefusal } from '@/api/problems';
import { useAct } from '@/api/use-act';
import { Button, type Choice, ChoiceList, Loaded, NoticeBar, Section } from '@/components';
import { go, goBackTo, goInstead } from '@/lib/go';
import { timeOf } from '@/lib/time';
import { useMissing } from '@/lib/use-missing';
import { SignedIn } from '@/session/SignedIn';
import { toast } from '@/state/toast';
import { useBookingDraft } from '../booking-draft';
import { knownWhom, whomChoices } from '../for-whom';
import { useSlots } from '../time/use-slots';
import type { Full } from './full';

/** Waiting for a place that somebody gives back. */
export function Wait({ full }: { full: Full }) {
  const slots = useSlots({ hallId: full.hallId, matterIds: [full.matterId] }, full.on);
  return (
    <Section title="候补">
      <NoticeBar text="有人退号时，按先后顺序替您留一个号，并发消息给您；在消息写的时间前确认就行。" />
      {full.furtherMatterIds.length > 0 ? (
        <NoticeBar tone="attention" text="候补一次只能候一件事。想候补，请先只留一件。" />
      ) : (
        <SignedIn why="登录并验证手机号后可以候补，有号了好通知您。">
          {(me) => (
            <Loaded query={slots}>
              {(list) => <WaitForm me={me} full={full} choices={choicesOf(list, full.slotId)} />}
            </Loaded>
          )}
        </SignedIn>
      )}
    </Section>
  );
}

interface WaitFormProps {
  me: MeView;
  full: Full;
  choices: Choice<string>[];
}

function WaitForm({ me, full: { matterId, hallId }, choices }: WaitFormProps) {
  const draft = useBookingDraft();
  const client = useQueryClient();
  const [wish, setWish] = useState(choices[0]?.value ?? '');
  const [whom, setWhom] = useState(knownWhom(me, draft.value.taxpayerId));
  const missing = useMissing('wait-whom', '请选择为谁候补', whom !== '');
  const join = useAct((body: JoinWaitlistBody, key) => api.waitlist.join({ body }, key), {
    onDone: async () => {
      await client.invalidateQueries({ queryKey: keys.waitlist });
      toast('已加入候补');
      goInstead('booking/waitlist');
    },
    onProblem: () => void client.invalidateQueries({ queryKey: keys.slots(hallId, matterId) }),
  });
  const send = () => {
    const [scope, slotId = ''] = wish.split(' ') as [WaitlistScope, string?];
    if (missing.check()) join.run({ slotId, matterId, taxpayerId: whom, scope });
  };
  if (choices.length === 0) return <NoticeBar tone="attention" text="这一天不办公，不能候补。" />;
  return (
    <>
      {me.bindings.length > 1 && (
        <ChoiceList
          id="wait-whom"
          label="为谁候补？"
          value={whom}
          choices={whomChoices(me)}
          onChange={setWhom}
          error={missing.error}
        />
      )}
      <ChoiceList id="wait-scope" label="等哪个时间？" value={wish} choices={choices} onChange={setWish} />
      {join.problem && <NoticeBar tone="error" text={join.problem} />}
      {isRefusal(join.error, 'waitlist.place_free') && (
        <Button id="place-free" onPress={() => goBackTo('booking/time', { matterId, hallId })}>
          去约这个时间
        </Button>
      )}
      {isRefusal(join.error, 'waitlist.already_waiting') && (
        <Button kind="secondary" onPress={() => go('booking/waitlist')}>
          看我的候补
        </Button>
      )}
      {isRefusal(join.error, 'appointment.blocked') && (
        <Button kind="secondary" onPress={() => go('booking/standing')}>
          看预约资格
        </Button>
      )}
      <Button kind="secondary" id="join-waitlist" busy={join.busy} busyText="正在加入…" onPress={send}>
        加入候补
      </Button>
    </>
  );
}

/** The slot itself where one was asked for, its half of the day, or the day; each named by a slot within it. */
function choicesOf(slots: readonly SlotView[], slotId: string): Choice<string>[] {
  const open = slots.filter(({ closedReason }) => closedReason === null);
  const [first] = open;
  if (!first) return [];
  const isMorning = ({ startsAt }: SlotView) => timeOf(startsAt) < '12:00';
  const wanted = open.find(({ id }) => id === slotId);
  const halves = [
    { label: '上午都行', slot: open.find(isMorning) },
    { label: '下午都行', slot: open.find((slot) => !isMorning(slot)) },
  ];
  return [
    ...(wanted
      ? [{ value: `slot ${wanted.id}`, label: `就要 ${timeOf(wanted.startsAt)}–${timeOf(wanted.endsAt)}` }]
      : []),
    ...halves.flatMap(({ label, slot }) =>
      slot && (!wanted || isMorning(slot) === isMorning(wanted)) ? [{ value: `halfDay ${slot.id}`, label }] : [],
    ),
    { value: `day ${first.id}`, label: '这一天都行' },
  ];
}
