import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { Cell, Empty, Loaded, Section, Tag } from '@/components';
import { now } from '@/lib/clock';
import { go } from '@/lib/go';
import { dateOf, sayDay } from '@/lib/time';
import { useSession } from '@/state/session';

/** The newest notices; those addressed to this person and not opened yet are marked. */
export function LatestNotices({ count }: { count: number }) {
  const signedIn = useSession((session) => session.token !== undefined);
  const query = useQuery({
    queryKey: [...keys.notices, 'latest', signedIn],
    queryFn: () =>
      signedIn ? api.notices.mine({ query: { limit: 3 } }) : api.notices.publicList({ query: { limit: 3 } }),
  });
  const day = (at: number) => sayDay(dateOf(at), dateOf(now()));
  return (
    <Section title="通知公告" more={{ text: '全部公告', onPress: () => go('notices/list') }}>
      <Loaded query={query} rows={count}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="notice" title="还没有通知公告" />
          ) : (
            items
              .slice(0, count)
              .map((notice) => (
                <Cell
                  key={notice.id}
                  id={`notice-${notice.id}`}
                  title={notice.title}
                  note={`${notice.category} · ${day(notice.publishedAt)}`}
                  value={notice.addressed && notice.readAt === null ? <Tag>未读</Tag> : undefined}
                  onPress={() => go('notices/detail', { noticeId: notice.id })}
                />
              ))
          )
        }
      </Loaded>
    </Section>
  );
}
