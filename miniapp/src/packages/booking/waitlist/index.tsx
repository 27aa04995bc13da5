import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { usePages } from '@/api/use-pages';
import { useFreshOnShow } from '@/api/use-refresh';
import { Button, Empty, Page, Paged } from '@/components';
import { goTab } from '@/lib/go';
import { SignedIn } from '@/session/SignedIn';
import { Entry } from './Entry';

/** What one waits for, how many are before one, and what is kept for one now. */
export default function MyWaitlist() {
  return (
    <Page title="我的候补">
      <SignedIn why="登录后可以看到您的候补。" upTo="consent">
        {() => <Entries />}
      </SignedIn>
    </Page>
  );
}

function Entries() {
  const pages = usePages(keys.waitlist, (cursor) => api.waitlist.mine({ query: { cursor } }));
  useFreshOnShow(keys.waitlist);
  const empty = (
    <Empty icon="clock" title="没有候补" note="想约的时间约满了，可以在选时间时点“约满·候补”。">
      <Button onPress={() => goTab('matters')}>去预约</Button>
    </Empty>
  );
  return (
    <Paged pages={pages} id="waitlist" empty={empty}>
      {(entries) => entries.map((entry) => <Entry key={entry.id} entry={entry} />)}
    </Paged>
  );
}
