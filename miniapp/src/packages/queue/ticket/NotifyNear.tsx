import { useQueryClient } from '@tanstack/react-query';
import type { LiveTicketView, NotifyNearBody } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { useAct } from '@/api/use-act';
import { Checkbox, NoticeBar } from '@/components';
import { toast } from '@/state/toast';

/** To be told at three ahead, so that one need not sit and watch. */
export function NotifyNear({ ticket: { id, notifyWhenNear } }: { ticket: LiveTicketView }) {
  const client = useQueryClient();
  const set = useAct((body: NotifyNearBody, key) => api.queue.notifyNear({ params: { ticketId: id }, body }, key), {
    onDone: async ({ notifyWhenNear: on }) => {
      toast(on ? '前面还有3位时提醒您' : '不再提醒');
      await client.invalidateQueries({ queryKey: keys.tickets });
    },
  });
  return (
    <>
      <Checkbox
        id="notify-near"
        label="前面还有3位时提醒我"
        note="会发消息；这一页开着时还会振动"
        checked={notifyWhenNear}
        disabled={set.busy}
        onChange={(on) => set.run({ on })}
      />
      {set.problem && <NoticeBar tone="error" text={set.problem} />}
    </>
  );
}
