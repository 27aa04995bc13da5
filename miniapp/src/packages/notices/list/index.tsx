import { View } from '@tarojs/components';
import type { NoticeView } from '@yiyun/shared';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { usePages } from '@/api/use-pages';
import { useFreshOnShow } from '@/api/use-refresh';
import { Cell, Empty, Page, Paged, Tag } from '@/components';
import { now } from '@/lib/clock';
import { go } from '@/lib/go';
import { dateOf, sayDay } from '@/lib/time';
import { useSession } from '@/state/session';

/** Notices, newest first; those addressed to this person and not opened yet are marked. */
export default function Notices() {
  const signedIn = useSession((session) => session.token !== undefined);
  const pages = usePages([...keys.notices, 'list', signedIn], (cursor) =>
    signedIn ? api.notices.mine({ query: { cursor } }) : api.notices.publicList({ query: { cursor } }),
  );
  useFreshOnShow(keys.notices);
  return (
    <Page title="通知公告">
      <Paged pages={pages} id="notices" empty={<Empty icon="notice" title="还没有通知公告" />}>
        {(notices) =>
          notices.map((notice) => (
            <NoticeCell key={notice.id} notice={notice} unread={notice.addressed && notice.readAt === null} />
          ))
        }
      </Paged>
    </Page>
  );
}

function NoticeCell({ notice, unread }: { notice: NoticeView; unread: boolean }) {
  const day = sayDay(dateOf(notice.publishedAt), dateOf(now()));
  return (
    <Cell
      id={`notice-${notice.id}`}
      title={notice.title}
      note={
        <>
          <View>{notice.excerpt}</View>
          <View>{`${notice.category} · ${day}`}</View>
        </>
      }
      value={unread ? <Tag>未读</Tag> : undefined}
      onPress={() => go('notices/detail', { noticeId: notice.id })}
    />
  );
}
