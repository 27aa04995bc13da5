import type { StaffHelpQuery } from '@yiyun/shared';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';
import { useCursorList } from '../../../api/use-cursor-list';
import { Choice } from '../../../components/choice';
import { DataTable } from '../../../components/data-table/data-table';
import { SearchBox } from '../../../components/search-box';
import { Page } from '../../../layout/page';
import { useFilters } from '../../../lib/use-filters';
import { questionColumns } from './columns';

type Scope = NonNullable<StaffHelpQuery['scope']>;
const scopes: { value: Scope; label: string }[] = [
  { value: 'waiting', label: '待解答' },
  { value: 'mine', label: '我在解答' },
  { value: 'answered', label: '已答复' },
  { value: 'all', label: '全部' },
];
const empty: Record<Scope, string> = {
  waiting: '没有等待解答的问题。',
  mine: '您手上没有正在解答的问题。',
  answered: '还没有已答复的问题。',
  all: '还没有人提问。',
};

/** Questions of taxpayers, of all halls; the one that has waited longest first. */
export function QuestionsPage() {
  const navigate = useNavigate();
  const [filters, change] = useFilters({ scope: 'waiting', q: '' });
  const scope = filters.scope as Scope;
  const query: StaffHelpQuery = { scope, q: filters.q || undefined };
  const list = useCursorList(keys.questions(query), (cursor) =>
    api.help.staffList({ query: { limit: 50, ...query, cursor } }),
  );
  return (
    <Page
      title="咨询"
      lead="各厅共同解答；一个问题同时只由一个人负责"
      actions={<SearchBox label="问题或编号" value={filters.q} onSearch={(q) => change({ q })} />}
    >
      <DataTable
        label="问题列表"
        columns={questionColumns}
        rowKey={({ id }) => id}
        list={list}
        onOpen={({ id }) => void navigate(`/counter/questions/${id}`)}
        empty={filters.q ? `没有与“${filters.q}”相符的问题。` : empty[scope]}
        toolbar={<Choice label="范围" value={scope} options={scopes} onChange={(value) => change({ scope: value })} />}
      />
    </Page>
  );
}
