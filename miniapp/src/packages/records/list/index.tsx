import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { usePages } from '@/api/use-pages';
import { Empty, Page, Paged, Section } from '@/components';
import { now } from '@/lib/clock';
import { dateOf, sayDay } from '@/lib/time';
import { SignedIn } from '@/session/SignedIn';
import { byDay } from './by-day';
import { Entry } from './Entry';
import { WhyUnchangeable } from './WhyUnchangeable';

/** Every step of this person's business, one's own look-ups included, newest day first. */
export default function MyRecords() {
  return (
    <Page title="我的服务记录" lead="您办事的每一步，谁在什么时候做了什么。">
      <SignedIn why="登录后可以看到您的服务记录。" upTo="consent">
        {() => <Records />}
      </SignedIn>
    </Page>
  );
}

function Records() {
  const pages = usePages(keys.records, (cursor) => api.records.mine({ query: { cursor, limit: 50 } }));
  const empty = <Empty icon="record" title="还没有记录" note="从第一次预约或提问开始，每一步都会记在这里。" />;
  return (
    <>
      <WhyUnchangeable />
      <Paged pages={pages} id="records" rows={6} empty={empty}>
        {(entries) =>
          byDay(entries).map(({ on, entries: ofDay }) => (
            <Section key={on} title={sayDay(on, dateOf(now()))}>
              {ofDay.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </Section>
          ))
        }
      </Paged>
    </>
  );
}
