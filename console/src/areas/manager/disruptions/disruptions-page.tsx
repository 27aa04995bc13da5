import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';
import { useCursorList } from '../../../api/use-cursor-list';
import { DataTable } from '../../../components/data-table/data-table';
import { KeyButton } from '../../../components/key-button';
import { Page } from '../../../layout/page';
import { useNow } from '../../../lib/clock';
import { disruptionColumns } from './columns';

/** Closures, the latest first, and how far each is. */
export function DisruptionsPage() {
  const now = useNow();
  const navigate = useNavigate();
  const list = useCursorList(keys.disruptions, (cursor) => api.disruptions.list({ query: { limit: 50, cursor } }));
  return (
    <Page
      title="停办"
      lead="停电、系统故障、临时闭厅：登记一次，系统给每个受影响的人留好改约方案，联系不上的列给工作人员打电话"
      actions={
        <KeyButton
          type="primary"
          label="登记停办"
          combo="alt+n"
          onClick={() => void navigate('/manager/disruptions/new')}
        />
      }
    >
      <DataTable
        label="停办记录"
        columns={disruptionColumns(now)}
        rowKey={({ id }) => id}
        list={list}
        onOpen={({ id }) => void navigate(`/manager/disruptions/${id}`)}
        empty="没有登记过停办。"
      />
    </Page>
  );
}
