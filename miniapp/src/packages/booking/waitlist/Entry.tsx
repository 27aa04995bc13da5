import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { type WaitlistEntryView, type WaitlistStatus, waitlistStatusNames } from '@yiyun/shared';
import { useState } from 'react';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { useAct } from '@/api/use-act';
import { Button, Card, Dialog, Status, type Tone } from '@/components';
import { now } from '@/lib/clock';
import { go } from '@/lib/go';
import { shortHall } from '@/lib/hall-words';
import { dateOf, sayDay, timeOf } from '@/lib/time';
import { toast } from '@/state/toast';
import { Offered } from './Offered';
import './Entry.scss';

const tones: Record<WaitlistStatus, Tone> = {
  waiting: 'waiting',
  offered: 'attention',
  taken: 'done',
  left: 'off',
  lapsed: 'off',
};

/** '明天 09:00–09:30', '明天上午', '明天全天' */
function sayWaitedFor({ scope, on, fromAt, untilAt }: WaitlistEntryView): string {
  const day = sayDay(on, dateOf(now()));
  if (scope === 'slot') return `${day} ${timeOf(fromAt)}–${timeOf(untilAt)}`;
  if (scope === 'day') return `${day}全天`;
  return `${day}${timeOf(fromAt) < '12:00' ? '上午' : '下午'}`;
}

const sayAhead = (count: number): string => (count === 0 ? '有人退号就轮到您' : `前面还有 ${count} 位`);

const sayLapsed = (wasOffered: boolean): string =>
  wasOffered ? '替您留过一个号，没有在时间内确认，给下一位了。' : '等的时间过了，没有人退号。';

/** One time waited for: where one stands, or the place that is kept and until when. */
export function Entry({ entry }: { entry: WaitlistEntryView }) {
  const { status, hall, matter, taxpayer, aheadCount, heldUntil, appointmentId } = entry;
  const offered = status === 'offered' && heldUntil !== null && appointmentId !== null;
  return (
    <Card tone={offered ? 'attention' : 'plain'}>
      <View className="entry-wait__when">{sayWaitedFor(entry)}</View>
      <View className="entry-wait__what">{`${matter.name} · ${shortHall(hall.name)}${taxpayer.name ? ` · ${taxpayer.name}` : ''}`}</View>
      <View className="entry-wait__state">
        <Status tone={tones[status]}>{waitlistStatusNames[status]}</Status>
        {status === 'waiting' && <View className="entry-wait__ahead">{sayAhead(aheadCount)}</View>}
      </View>
      {offered && (
        <Offered
          entryId={entry.id}
          appointmentId={appointmentId}
          until={heldUntil}
          oneOfMany={entry.scope !== 'slot'}
        />
      )}
      {(status === 'waiting' || status === 'offered') && <Leave entry={entry} />}
      {status === 'taken' && appointmentId !== null && (
        <Button kind="secondary" onPress={() => go('booking/detail', { appointmentId })}>
          看这个预约
        </Button>
      )}
      {status === 'lapsed' && (
        <>
          <View className="entry-wait__why">{sayLapsed(appointmentId !== null)}</View>
          <Button
            kind="secondary"
            id={`anew-${entry.id}`}
            onPress={() => go('booking/time', { matterId: matter.id, hallId: hall.id })}
          >
            再看看别的时间
          </Button>
        </>
      )}
    </Card>
  );
}

function Leave({ entry: { id, version, status } }: { entry: WaitlistEntryView }) {
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const offered = status === 'offered';
  const leave = useAct(
    (body: { version: number }, key) => api.waitlist.leave({ params: { waitlistEntryId: id }, body }, key),
    {
      onDone: async () => {
        setAsking(false);
        toast(offered ? '号给下一位了' : '已退出候补');
        await client.invalidateQueries({ queryKey: keys.waitlist });
      },
      onProblem: () => void client.invalidateQueries({ queryKey: keys.waitlist }),
    },
  );
  const act = offered ? '不要这个号' : '退出候补';
  return (
    <>
      <Button kind="text" id={`leave-${id}`} onPress={() => setAsking(true)}>
        {act}
      </Button>
      {asking && (
        <Dialog
          title={`${act}？`}
          confirmText={act}
          danger
          busy={leave.busy}
          onConfirm={() => leave.run({ version })}
          onCancel={() => setAsking(false)}
        >
          {leave.problem ??
            (offered
              ? '留给您的号马上给下一位，这次候补也结束。以后可以重新候补。'
              : '不再替您等这个时间；再加入要从最后排起。')}
        </Dialog>
      )}
    </>
  );
}
