import { useQueryClient } from '@tanstack/react-query';
import type { LiveTicketView } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { useAct } from '@/api/use-act';
import { Button, NoticeBar } from '@/components';
import { go } from '@/lib/go';
import { isLiveTicket } from '@/lib/queue-words';
import { useSession } from '@/state/session';
import { toast } from '@/state/toast';

/** A paper ticket becomes one's own, to be found under 我的 and to be told of. */
export function Keep({ ticket }: { ticket: LiveTicketView }) {
  const signedIn = useSession((session) => session.token !== undefined);
  const client = useQueryClient();
  const keep = useAct((body: { publicToken: string }, key) => api.queue.keep({ body }, key), {
    onDone: async () => {
      toast('已放进您的账户');
      await client.invalidateQueries({ queryKey: keys.tickets });
    },
  });
  if (!isLiveTicket(ticket)) return null;
  if (!signedIn) {
    return (
      <Button kind="secondary" id="keep-sign-in" onPress={() => go('account/sign-in')}>
        登录后，快到时提醒我
      </Button>
    );
  }
  return (
    <>
      <Button
        kind="secondary"
        id="keep-ticket"
        busy={keep.busy}
        onPress={() => keep.run({ publicToken: ticket.publicToken })}
      >
        这是我的号，放进我的账户
      </Button>
      {keep.problem && <NoticeBar tone="error" text={keep.problem} />}
    </>
  );
}
