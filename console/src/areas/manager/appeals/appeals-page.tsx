import { type AppealStatus, type AppealView, appealStatuses, sayReferenceNo } from '@yiyun/shared';
import type { ColumnsType } from 'antd/es/table';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';
import { useCursorList } from '../../../api/use-cursor-list';
import { Choice } from '../../../components/choice';
import { DataTable } from '../../../components/data-table/data-table';
import { focusRow } from '../../../components/data-table/focus-row';
import { SideBySide } from '../../../components/side-by-side';
import { TimeText } from '../../../components/time-text';
import { Page } from '../../../layout/page';
import { useNow } from '../../../lib/clock';
import { saidTime } from '../../../lib/time';
import { useFilters } from '../../../lib/use-filters';
import { AppealPanel } from './appeal-panel';
import { AppealTag, appealStatusNames, strikeNames } from './appeal-words';

const columnsAt = (now: number): ColumnsType<AppealView> => [
  { title: '提交', key: 'submitted', render: (_, { appeal }) => <TimeText at={appeal?.submittedAt} /> },
  { title: '状态', key: 'status', render: (_, { appeal }) => appeal && <AppealTag status={appeal.status} /> },
  { title: '申诉人', key: 'citizen', render: (_, { citizen }) => <span className="nowrap">{citizen.name}</span> },
  { title: '记录', key: 'kind', render: (_, { kind }) => strikeNames[kind] },
  { title: '预约', key: 'what', render: (_, { startsAt, matterName }) => `${saidTime(startsAt, now)} ${matterName}` },
  { title: '理由', key: 'statement', ellipsis: true, render: (_, { appeal }) => appeal?.statement },
  {
    title: '预约号',
    key: 'referenceNo',
    render: (_, { referenceNo }) => <span className="nowrap">{sayReferenceNo(referenceNo)}</span>,
  },
];

const statuses = [
  { value: '', label: '全部' },
  ...appealStatuses.map((value) => ({ value: value as string, label: appealStatusNames[value] })),
];

/** Appeals against no-shows: those that wait for an answer first. */
export function AppealsPage() {
  const now = useNow();
  const [{ status, open }, change] = useFilters({ status: 'pending', open: '' });
  const query = { status: (status as AppealStatus) || undefined };
  const list = useCursorList(keys.appeals(query), (cursor) =>
    api.appointments.appealList({ query: { limit: 50, ...query, cursor } }),
  );
  const opened = list.rows.find(({ appointmentId }) => appointmentId === open);
  const columns = columnsAt(now);
  return (
    <Page title="爽约申诉" lead="先提交的在前；申诉成立，那一次就不算，预约资格立即恢复">
      <SideBySide
        list={
          <DataTable
            label="申诉列表"
            columns={opened ? columns.filter(({ key }) => key !== 'referenceNo' && key !== 'statement') : columns}
            rowKey={({ appointmentId }) => appointmentId}
            list={list}
            openKey={open}
            onOpen={({ appointmentId }) => change({ open: appointmentId })}
            empty={status === 'pending' ? '没有等待答复的申诉。' : '没有符合条件的申诉。'}
            toolbar={
              <Choice
                label="状态"
                value={status}
                options={statuses}
                onChange={(to) => change({ status: to, open: '' })}
              />
            }
          />
        }
        side={
          opened && (
            <AppealPanel
              key={opened.appointmentId}
              of={opened}
              onClose={() => {
                change({ open: '' });
                focusRow(open);
              }}
            />
          )
        }
      />
    </Page>
  );
}
