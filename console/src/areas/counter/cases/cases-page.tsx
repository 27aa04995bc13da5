import { type CaseStatus, caseStatuses, caseStatusNames, type HallCasesQuery } from '@yiyun/shared';
import { Select } from 'antd';
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
import { useHall } from '../../../session/hall';
import { useMe, worksAt } from '../../../session/me';
import { caseColumns } from './columns';

const scopes = [
  { value: 'open', label: '在办' },
  { value: 'closed', label: '已结束' },
  { value: 'all', label: '全部' },
];
const owners = [
  { value: 'all', label: '本厅' },
  { value: 'mine', label: '我经办的' },
];
const statuses = [
  { value: '', label: '所有状态' },
  ...caseStatuses.map((value) => ({ value, label: caseStatusNames[value] })),
];

/** Cases of the hall, the latest first. */
export function CasesPage() {
  const { id: hallId } = useHall();
  const me = useMe();
  const navigate = useNavigate();
  const [filters, change] = useFilters({ scope: 'open', status: '', owner: 'all', q: '' });
  const query: HallCasesQuery = {
    scope: filters.scope === 'all' || filters.status ? undefined : (filters.scope as 'open' | 'closed'),
    status: (filters.status as CaseStatus) || undefined,
    mine: filters.owner === 'mine' || undefined,
    q: filters.q || undefined,
  };
  const list = useCursorList(keys.cases(hallId, query), (cursor) =>
    api.cases.hallList({ params: { hallId }, query: { limit: 50, ...query, cursor } }),
  );
  return (
    <Page
      title="办件"
      lead="新登记的在前；期限写明还剩几个工作日"
      actions={
        <>
          <SearchBox label="回执号或纳税人名称" value={filters.q} onSearch={(q) => change({ q })} />
          {worksAt(me, hallId) && (
            <KeyButton
              type="primary"
              label="登记办件"
              combo="alt+n"
              onClick={() => void navigate('/counter/cases/new')}
            />
          )}
        </>
      }
    >
      <DataTable
        label="办件列表"
        columns={caseColumns}
        rowKey={({ id }) => id}
        list={list}
        onOpen={({ id }) => void navigate(`/counter/cases/${id}`)}
        empty={filters.q ? `没有与“${filters.q}”相符的办件。` : '没有符合条件的办件。'}
        toolbar={
          <>
            <Choice
              label="范围"
              value={filters.status ? '' : filters.scope}
              options={scopes}
              onChange={(scope) => change({ scope, status: '' })}
            />
            <Select
              aria-label="状态"
              size="small"
              style={{ minWidth: '8rem' }}
              value={filters.status}
              options={statuses}
              onChange={(status) => change({ status })}
            />
            <Choice label="经办" value={filters.owner} options={owners} onChange={(owner) => change({ owner })} />
          </>
        }
      />
    </Page>
  );
}
