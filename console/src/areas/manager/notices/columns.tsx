import { type ManagedNoticeView, type NoticeStatus, noticeAudienceNames, noticeStatusNames } from '@yiyun/shared';
import type { ColumnsType } from 'antd/es/table';
import { StatusTag } from '../../../components/status-tag';
import { noticeTones } from '../../../components/status-tones';
import { TimeText } from '../../../components/time-text';

/** Three numbers, never merged: to whom it was addressed, on whose terminal it arrived, who opened it. */
const number = (title: string, name: keyof ManagedNoticeView['counts']): ColumnsType<ManagedNoticeView>[number] => ({
  title,
  key: name,
  align: 'end',
  render: (_, { counts, publishedAt }) => (publishedAt === null ? '' : counts[name]),
});

/** How a list shows notices. */
export const noticeColumns: ColumnsType<ManagedNoticeView> = [
  { title: '状态', key: 'status', render: (_, { status }) => <NoticeStatusTag status={status} /> },
  { title: '标题', key: 'title', render: (_, { title }) => title },
  { title: '类别', key: 'category', render: (_, { category }) => <span className="nowrap">{category}</span> },
  { title: '发布范围', key: 'audience', render: (_, { audience }) => noticeAudienceNames[audience] },
  number('发布（人）', 'published'),
  number('送达（人）', 'delivered'),
  number('已读（人）', 'read'),
  { title: '发布时间', key: 'publishedAt', render: (_, row) => <TimeText at={row.publishedAt} absent="未发布" /> },
];

/** The state of a notice as a word in a shape. */
export function NoticeStatusTag({ status }: { status: NoticeStatus }) {
  return <StatusTag tone={noticeTones[status]}>{noticeStatusNames[status]}</StatusTag>;
}
