import { addDays, localDateOf } from '@yiyun/shared';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';
import { useCursorList } from '../../../api/use-cursor-list';
import { Choice } from '../../../components/choice';
import { DataTable } from '../../../components/data-table/data-table';
import { KeyButton } from '../../../components/key-button';
import { Page } from '../../../layout/page';
import { useNow } from '../../../lib/clock';
import { useFilters } from '../../../lib/use-filters';
import { useHall } from '../../../session/hall';
import { useMe, worksAt } from '../../../session/me';
import { useAppointments } from '../appointments/use-appointments';
import { isToDo } from './count-day';
import { DayFigures } from './day-figures';
import { appointmentColumns, caseColumns, questionColumns } from './today-columns';
import styles from './today-page.module.css';
import { useUrgentCases } from './use-urgent-cases';

/** Rows of the two short lists; both stand on the first screen. */
const SHORT = 6;
const views = [
  { value: 'todo', label: '还要办的' },
  { value: 'all', label: '全部' },
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
  const [{ view }, change] = useFilters({ view: 'todo' });
  const shown = useMemo(
    () => (view === 'all' ? appointments.rows : appointments.rows.filter(isToDo)),
    [view, appointments.rows],
  );
  const cases = useUrgentCases(hall.id, SHORT);
  const questions = useCursorList(keys.questions({ scope: 'waiting', limit: SHORT }), (cursor) =>
    api.help.staffList({ query: { scope: 'waiting', limit: SHORT, cursor } }),
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
          columns={appointmentColumns}
          rowKey={idOf}
          list={{ ...appointments, rows: shown, listKey: `${appointments.listKey} ${view}` }}
          onOpen={({ id }) => void navigate(`/counter/appointments?open=${id}`)}
          empty={
            <>
              {appointments.rows.length === 0 ? '今天没有预约。' : '今天的预约都办完了。'}
              <Link to={`/counter/appointments?on=${addDays(today, 1)}`}>看明天的预约</Link>
            </>
          }
          toolbar={
            <>
              <h2 className={styles.title}>今天的预约</h2>
              <Choice label="显示" value={view} options={views} onChange={(next) => change({ view: next })} />
            </>
          }
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
