import { type ManagedNoticesQuery, type NoticeStatus, noticeStatuses, noticeStatusNames } from '@yiyun/shared';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';
import { useCursorList } from '../../../api/use-cursor-list';
import { Choice } from '../../../components/choice';
import { DataTable } from '../../../components/data-table/data-table';
import { KeyButton } from '../../../components/key-button';
import { SearchBox } from '../../../components/search-box';
import { Page } from '../../../layout/page';
import { useFilters } from '../../../lib/use-filters';
import { noticeColumns } from './columns';

const statuses = [
  { value: '', label: '全部' },
  ...noticeStatuses.map((value) => ({ value: value as string, label: noticeStatusNames[value] })),
];

/** Notices, drafts first to be found by their state; each with its three numbers. */
export function NoticesPage() {
  const navigate = useNavigate();
  const [filters, change] = useFilters({ status: '', q: '' });
  const query: ManagedNoticesQuery = {
    status: (filters.status as NoticeStatus) || undefined,
    q: filters.q || undefined,
  };
  const list = useCursorList(keys.notices(query), (cursor) =>
    api.notices.managedList({ query: { limit: 50, ...query, cursor } }),
  );
  return (
    <Page
      title="通知公告"
      lead="发布：发布时符合范围的人数；送达：已取到手机上的人数；已读：打开看过的人数"
      actions={
        <>
          <SearchBox label="标题" value={filters.q} onSearch={(q) => change({ q })} />
          <KeyButton
            type="primary"
            label="起草公告"
            combo="alt+n"
            onClick={() => void navigate('/manager/notices/new')}
          />
        </>
      }
    >
      <DataTable
        label="公告列表"
        columns={noticeColumns}
        rowKey={({ id }) => id}
        list={list}
        onOpen={({ id }) => void navigate(`/manager/notices/${id}`)}
        empty={filters.q ? `没有标题含“${filters.q}”的公告。` : '还没有公告。按“起草公告”写第一份。'}
        toolbar={
          <Choice label="状态" value={filters.status} options={statuses} onChange={(status) => change({ status })} />
        }
      />
    </Page>
  );
}
