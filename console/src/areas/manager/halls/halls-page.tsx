import { useQuery } from '@tanstack/react-query';
import { type ManagedHallView, sayHours } from '@yiyun/shared';
import type { ColumnsType } from 'antd/es/table';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';
import { wholeList } from '../../../api/whole-list';
import { DataTable } from '../../../components/data-table/data-table';
import { StatusTag } from '../../../components/status-tag';
import { Page } from '../../../layout/page';

const columns: ColumnsType<ManagedHallView> = [
  { title: '办税服务厅', key: 'name', render: (_, { name }) => name },
  {
    title: '现在',
    key: 'open',
    render: (_, { openNow }) => (
      <StatusTag tone={openNow ? 'done' : 'ended'}>{openNow ? '开放中' : '未开放'}</StatusTag>
    ),
  },
  { title: '今天开放', key: 'today', render: (_, { today }) => <span className="nowrap">{sayHours(today)}</span> },
  { title: '地址', key: 'address', render: (_, { address }) => address },
  { title: '电话', key: 'telephone', render: (_, { telephone }) => <span className="nowrap">{telephone}</span> },
  { title: '窗口', key: 'windows', render: (_, { windows }) => `${windows.filter((w) => w.active).length} 个` },
  {
    title: '号源到',
    key: 'slots',
    render: (_, { slotsUntilOn }) => <span className="nowrap">{slotsUntilOn ?? '没有号源'}</span>,
  },
];

/** Halls as managers keep them. */
export const useManagedHalls = () => useQuery({ queryKey: keys.managedHalls, queryFn: () => api.halls.managedList() });

/** All halls: open or not, where, how many places. */
export function HallsPage() {
  const navigate = useNavigate();
  const halls = useManagedHalls();
  return (
    <Page title="办税服务厅" lead="地址、电话、到达指引、办公时间和窗口；纳税人端随之更新">
      <DataTable
        label="办税服务厅列表"
        columns={columns}
        rowKey={({ id }) => id}
        list={wholeList(halls, 'halls', halls.data)}
        onOpen={({ id }) => void navigate(`/manager/halls/${id}`)}
        empty="还没有办税服务厅。"
      />
    </Page>
  );
}
