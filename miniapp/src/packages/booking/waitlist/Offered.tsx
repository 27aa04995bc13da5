import { useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import type { AppointmentView, VersionBody } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { useAct } from '@/api/use-act';
import { Button, HoldClock, NoticeBar } from '@/components';
import { now } from '@/lib/clock';
import { go, goAfresh } from '@/lib/go';
import { sayWhen, timeOf } from '@/lib/time';

interface OfferedProps {
  entryId: string;
  appointmentId: string;
  until: number;
  /** Any of several times was waited for: it is said which one it is. */
  oneOfMany: boolean;
}

/** The place that is kept for one who waited: exactly when, how long it is kept, and one tap to have it. */
export function Offered({ entryId, appointmentId, until, oneOfMany }: OfferedProps) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: keys.waitlist });
  const { data: held } = useQuery({
    queryKey: keys.held(appointmentId),
    queryFn: (): Promise<AppointmentView> => api.appointments.get({ params: { appointmentId } }),
  });
  const accept = useAct((body: VersionBody, key) => api.appointments.submit({ params: { appointmentId }, body }, key), {
    onDone: () => {
      goAfresh('booking/done', { appointmentId });
      void again();
      void client.invalidateQueries({ queryKey: keys.appointments });
    },
    onProblem: () => void again(),
  });
  return (
    <>
      {held && oneOfMany && (
        <View className="entry-wait__place">{`替您留的号：${sayWhen(held.startsAt, now())}–${timeOf(held.endsAt)}`}</View>
      )}
      <HoldClock until={until} onOver={() => void again()} />
      {accept.problem && <NoticeBar tone="error" text={accept.problem} />}
      <Button
        id={`accept-${entryId}`}
        busy={accept.busy}
        busyText="正在提交…"
        disabled={held === undefined}
        onPress={() => held && accept.run({ version: held.version })}
      >
        要这个号
      </Button>
      <Button kind="text" id={`check-${entryId}`} onPress={() => go('booking/check', { appointmentId })}>
        先核对，写备注
      </Button>
    </>
  );
}
