import { useQuery } from '@tanstack/react-query';
import type { StaffListQuery } from '@yiyun/shared';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';
import { useCursorList } from '../../../api/use-cursor-list';
import { DataTable } from '../../../components/data-table/data-table';
import { focusRow } from '../../../components/data-table/focus-row';
import { KeyButton } from '../../../components/key-button';
import { SearchBox } from '../../../components/search-box';
import { SideBySide } from '../../../components/side-by-side';
import { Page } from '../../../layout/page';
import { useNow } from '../../../lib/clock';
import { useFilters } from '../../../lib/use-filters';
import { staffColumns } from './columns';
import { CreateStaffDialog } from './create-staff-dialog';
import { StaffPanel } from './staff-panel';

/** Accounts of those who work here; the open one stands beside. */
export function StaffPage() {
  const now = useNow();
  const [filters, change] = useFilters({ q: '', hall: '', open: '' });
  const [isCreating, setCreating] = useState(false);
  const halls = useQuery({ queryKey: keys.halls, queryFn: () => api.halls.list(), staleTime: 600_000 });
  const hallName = (id: string) => halls.data?.find((hall) => hall.id === id)?.name ?? '其他厅';
  const query: StaffListQuery = { q: filters.q || undefined, hallId: filters.hall || undefined };
  const list = useCursorList(keys.staff(query), (cursor) =>
    api.identity.staffList({ query: { limit: 50, ...query, cursor } }),
  );
  const opened = list.rows.find(({ id }) => id === filters.open);
  const close = () => {
    change({ open: '' });
    focusRow(filters.open);
  };
  return (
    <Page
      title="工作人员"
      lead="账号、角色和所属的办税服务厅"
      actions={
        <>
          <SearchBox label="姓名或账号" value={filters.q} onSearch={(q) => change({ q })} />
          <KeyButton type="primary" label="新增工作人员" combo="alt+n" onClick={() => setCreating(true)} />
        </>
      }
    >
      <SideBySide
        list={
          <DataTable
            label="工作人员列表"
            columns={staffColumns(hallName, now)}
            rowKey={({ id }) => id}
            list={list}
            openKey={filters.open}
            onOpen={({ id }) => change({ open: id })}
            empty={filters.q ? `没有姓名或账号含“${filters.q}”的人。` : '这里还没有工作人员。'}
            toolbar={
              <Select
                aria-label="办税服务厅"
                size="small"
                style={{ minWidth: '14rem' }}
                value={filters.hall}
                options={[
                  { value: '', label: '所有办税服务厅' },
                  ...(halls.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={(hall) => change({ hall })}
              />
            }
          />
        }
        side={opened && <StaffPanel key={opened.id} of={opened} halls={halls.data ?? []} onClose={close} />}
      />
      <CreateStaffDialog
        open={isCreating}
        halls={halls.data ?? []}
        onCreated={({ id }) => change({ open: id })}
        onClose={() => setCreating(false)}
      />
    </Page>
  );
}
