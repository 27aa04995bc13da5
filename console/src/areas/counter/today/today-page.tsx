import { addDays, type StaffCaseView, type StaffHelpView, sayDuration } from '@yiyun/shared';
import type { ColumnsType } from 'antd/es/table';
import { Link, useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';
import { useCursorList } from '../../../api/use-cursor-list';
import { DataTable } from '../../../components/data-table/data-table';
import { Due } from '../../../components/due';
import { KeyButton } from '../../../components/key-button';
import { Page } from '../../../layout/page';
import { useNow } from '../../../lib/clock';
import { localDateOf } from '../../../lib/time';
import { useHall } from '../../../session/hall';
import { useMe, worksAt } from '../../../session/me';
import { appointmentColumns } from '../appointments/columns';
import { useAppointments } from '../appointments/use-appointments';
import { CaseStatusTag } from '../cases/columns';
import { HelpStatusTag } from '../questions/columns';
import { DayFigures } from './day-figures';
import styles from './today-page.module.css';

const caseColumns: ColumnsType<StaffCaseView> = [
  { title: '期限', key: 'due', render: (_, row) => <Due of={row} /> },
  { title: '状态', key: 'status', render: (_, { status }) => <CaseStatusTag status={status} /> },
  { title: '纳税人 · 事项', key: 'what', render: (_, row) => `${row.taxpayerName} · ${row.matter.name}` },
];
const questionColumns: ColumnsType<StaffHelpView> = [
  { title: '等待', key: 'waiting', render: (_, row) => <span className="nowrap">{sayDuration(row.waitingMs)}</span> },
  { title: '状态', key: 'status', render: (_, { status }) => <HelpStatusTag status={status} /> },
  { title: '问题', key: 'title', render: (_, { title }) => title },
];
const idOf = ({ id }: { id: string }) => id;

/** The first screen of the counter: today's appointments as they come, what is due, who waits for an answer. */
export function TodayPage() {
  const now = useNow();
  const hall = useHall();
  const me = useMe();
  const navigate = useNavigate();
  const today = localDateOf(now);
  const appointments = useAppointments({ on: today, limit: 100 });
  const cases = useCursorList(keys.cases(hall.id, { scope: 'open', limit: 8 }), (cursor) =>
    api.cases.hallList({ params: { hallId: hall.id }, query: { scope: 'open', limit: 8, cursor } }),
  );
  const questions = useCursorList(keys.questions({ scope: 'waiting', limit: 8 }), (cursor) =>
    api.help.staffList({ query: { scope: 'waiting', limit: 8, cursor } }),
  );
  return (
    <Page
      title="今日工作台"
      lead={`${hall.name}，新的预约和提问会自动出现`}
      actions={
        worksAt(me, hall.id) && (
          <KeyButton label="登记未预约的办件" combo="alt+n" onClick={() => void navigate('/counter/cases/new')} />
        )
      }
    >
      <DayFigures appointments={appointments} now={now} />
      <div className={styles.columns}>
        <DataTable
          label="今天的预约"
          columns={appointmentColumns(now, false)}
          rowKey={idOf}
          list={appointments}
          onOpen={({ id }) => void navigate(`/counter/appointments?open=${id}`)}
          empty={
            <>
              今天没有预约。<Link to={`/counter/appointments?on=${addDays(today, 1)}`}>看明天的预约</Link>
            </>
          }
          toolbar={<h2 className={styles.title}>今天的预约</h2>}
        />
        <div className={styles.side}>
          <DataTable
            label="在办的办件"
            columns={caseColumns}
            rowKey={idOf}
            list={cases}
            onOpen={({ id }) => void navigate(`/counter/cases/${id}`)}
            empty="没有在办的办件。"
            toolbar={
              <h2 className={styles.title}>
                <Link to="/counter/cases">在办的办件</Link>，先到期的在前
              </h2>
            }
          />
          <DataTable
            label="待解答的问题"
            columns={questionColumns}
            rowKey={idOf}
            list={questions}
            onOpen={({ id }) => void navigate(`/counter/questions/${id}`)}
            empty="没有等待解答的问题。"
            toolbar={
              <h2 className={styles.title}>
                <Link to="/counter/questions">待解答的问题</Link>，等得最久的在前
              </h2>
            }
          />
        </div>
      </div>
    </Page>
  );
}
