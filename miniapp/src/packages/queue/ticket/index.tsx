import { keys } from '@/api/keys';
import { usePullToRefresh } from '@/api/use-refresh';
import { Button, Empty, Loaded, Page } from '@/components';
import { go } from '@/lib/go';
import { useParam } from '@/lib/use-param';
import { CAN_SCAN } from '@/platform/scan';
import { useSession } from '@/state/session';
import { tokenIn } from '../token';
import { Scan } from './Scan';
import { Ticket } from './Ticket';
import { useLiveTicket } from './use-live-ticket';

/** A ticket as it stands: one's own of today, or the one whose code was scanned; without an account too. */
export default function LiveTicket() {
  // WeChat opens a scanned address with the whole of it as `q`.
  const address = useParam('q');
  const token = useParam('token') || (tokenIn(address) ?? '');
  const ticketId = useParam('ticketId');
  const signedIn = useSession((session) => session.token !== undefined);
  const { ticket, own, query, at, stale } = useLiveTicket({ token, ticketId });
  usePullToRefresh(keys.tickets, keys.ticket(token));

  if (ticket) return <Ticket ticket={ticket} own={own} at={at} stale={stale} />;
  if (token === '' && !signedIn) {
    return (
      <Page title="我的号">
        <Empty icon="clock" title="请先登录，或扫号票上的码" note="扫号票上的二维码，不登录也能看前面还有几位。">
          <Scan kind="main" />
          <Button kind={CAN_SCAN ? 'secondary' : 'main'} onPress={() => go('account/sign-in')}>
            去登录
          </Button>
        </Empty>
      </Page>
    );
  }
  return (
    <Page title="我的号">
      <Loaded query={query} rows={4}>
        {() => (
          <Empty icon="clock" title="今天没有号" note="到厅签到或取号后，在这里看前面还有几位。">
            <Scan kind="main" />
            <Button kind="secondary" onPress={() => go('queue/halls')}>
              看各厅人多不多
            </Button>
          </Empty>
        )}
      </Loaded>
    </Page>
  );
}
