import { useQuery, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { api } from '@/api/client';
import { keys } from '@/api/keys';
import { Loaded, Page, Paragraphs } from '@/components';
import { now } from '@/lib/clock';
import { sayWhen } from '@/lib/time';
import { useParam } from '@/lib/use-param';
import { useShare } from '@/platform/share';
import { useSession } from '@/state/session';
import './index.scss';

export default function NoticeDetail() {
  const noticeId = useParam('noticeId');
  const params = { noticeId };
  const signedIn = useSession((session) => session.token !== undefined);
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['notice', noticeId, signedIn],
    // Opening counts as reading for whom it is addressed to.
    queryFn: () => (signedIn ? api.notices.read({ params }) : api.notices.publicGet({ params })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const opened = query.isSuccess && signedIn;
  useEffect(() => {
    if (opened) void client.invalidateQueries({ queryKey: keys.notices });
  }, [opened, client]);
  useShare({
    title: query.data?.title ?? '通知公告',
    path: `/packages/notices/detail/index?noticeId=${noticeId}`,
  });
  return (
    <Page title={query.data?.title ?? '通知公告'}>
      <Loaded query={query} rows={5}>
        {({ category, publishedAt, body }) => (
          <>
            <View className="notice-facts">
              {category} · {sayWhen(publishedAt, now())}发布
            </View>
            <Paragraphs text={body} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
