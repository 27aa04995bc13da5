import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ManagedNoticeView, noticeAudienceNames, type UpdateNoticeBody, updateNoticeRules } from '@yiyun/shared';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../../api/client';
import { asFailure } from '../../../api/errors';
import { keys } from '../../../api/keys';
import { Done } from '../../../components/done';
import { ErrorResult } from '../../../components/error-result';
import { Facts } from '../../../components/facts';
import { Panel } from '../../../components/panel';
import { TimeText } from '../../../components/time-text';
import { Page } from '../../../layout/page';
import { NoticeStatusTag } from './columns';
import { NoticeActs } from './notice-acts';
import { NoticeForm } from './notice-form';
import styles from './notice-page.module.css';
import { PhonePreview } from './phone-preview';

/** One notice: a draft to edit, or a published one with its numbers. */
export function NoticePage() {
  const { noticeId = '' } = useParams();
  const query = useQuery({
    queryKey: keys.notice(noticeId),
    queryFn: () => api.notices.managedGet({ params: { noticeId } }),
  });
  if (query.error && !query.data) {
    return (
      <Page title="公告">
        <ErrorResult title="没能读取公告" error={asFailure(query.error)} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  if (!query.data) return <Skeleton />;
  return <NoticeView key={query.data.id} of={query.data} />;
}

function NoticeView({ of }: { of: ManagedNoticeView }) {
  const client = useQueryClient();
  const [typed, setTyped] = useState<Partial<UpdateNoticeBody>>({});
  const [isSaved, setSaved] = useState(false);
  const canEdit = of.availableActions.includes('edit');
  const isDirty = Object.entries(typed).some(([name, value]) => of[name as 'title' | 'body'] !== value);
  const changed = (notice: ManagedNoticeView) => {
    client.setQueryData(keys.notice(notice.id), notice);
    return client.invalidateQueries({ queryKey: ['notice', 'list'] });
  };
  return (
    <Page
      title={of.title}
      lead={
        <span className={styles.lead}>
          <NoticeStatusTag status={of.status} />
          <Link to="/manager/notices">公告列表</Link>
        </span>
      }
      actions={<NoticeActs of={of} isDirty={isDirty} onChanged={changed} />}
    >
      <div className={styles.columns}>
        <div>
          {isSaved && !isDirty && <Done title="草稿已保存">发布后纳税人才能看到。</Done>}
          <Panel title={canEdit ? '内容' : '发布情况'}>
            {canEdit ? (
              <NoticeForm<UpdateNoticeBody>
                rules={updateNoticeRules}
                initial={{ title: of.title, category: of.category, audience: of.audience, body: of.body }}
                version={of.version}
                onValues={setTyped}
                onSubmit={(body, idempotencyKey) =>
                  api.notices.update({ params: { noticeId: of.id }, body }, { idempotencyKey })
                }
                onDone={(saved) => {
                  setTyped({});
                  setSaved(true);
                  return changed(saved);
                }}
              />
            ) : (
              <Numbers of={of} />
            )}
          </Panel>
        </div>
        <PhonePreview {...of} {...typed} at={of.publishedAt} />
      </div>
    </Page>
  );
}

function Numbers({ of: { counts, audience, category, createdAt, publishedAt } }: { of: ManagedNoticeView }) {
  const figures = [
    { label: '发布', count: counts.published, note: '发布那一刻符合范围的人' },
    { label: '送达', count: counts.delivered, note: '已取到自己手机上的人' },
    { label: '已读', count: counts.read, note: '打开看过的人' },
  ];
  return (
    <>
      <dl className={styles.numbers}>
        {figures.map(({ label, count, note }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count} 人</dd>
            <dd className={styles.quiet}>{note}</dd>
          </div>
        ))}
      </dl>
      <Facts
        facts={[
          { label: '类别', value: category },
          { label: '发布范围', value: noticeAudienceNames[audience] },
          { label: '起草', value: <TimeText at={createdAt} /> },
          { label: '发布', value: <TimeText at={publishedAt} absent="未发布" /> },
        ]}
      />
    </>
  );
}
