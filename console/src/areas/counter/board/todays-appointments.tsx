import { localDateOf, type StaffAppointmentView } from '@yiyun/shared';
import type { ColumnsType } from 'antd/es/table';
import { useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Choice } from '../../../components/choice';
import { DataTable } from '../../../components/data-table/data-table';
import { useNow } from '../../../lib/clock';
import { clockTime } from '../../../lib/time';
import { AppointmentStatusTag } from '../appointments/columns';
import { useAppointments } from '../appointments/use-appointments';
import styles from './board.module.css';

const columns: ColumnsType<StaffAppointmentView> = [
  { title: '时间', key: 'time', width: '4.5rem', render: (_, { startsAt }) => clockTime(startsAt) },
  {
    title: '状态',
    key: 'status',
    width: '6.5rem',
    render: (_, { status }) => <AppointmentStatusTag status={status} />,
  },
  { title: '办理人', key: 'citizen', width: '5.5rem', ellipsis: true, render: (_, { citizen }) => citizen.name },
  { title: '事项', key: 'matter', ellipsis: true, render: (_, { matter }) => matter.name },
];

type View = 'toCome' | 'here' | 'all';
const views: { value: View; label: string }[] = [
  { value: 'toCome', label: '还没到' },
  { value: 'here', label: '已签到' },
  { value: 'all', label: '全部' },
];
const fits: Record<View, (of: StaffAppointmentView) => boolean> = {
  toCome: ({ status }) => status === 'pending' || status === 'confirmed',
  here: ({ status }) => status === 'checkedIn' || status === 'serving' || status === 'completed',
  all: () => true,
};
const nothing: Record<View, string> = {
  toCome: '今天的预约都到了。',
  here: '还没有人签到。',
  all: '今天没有预约。',
};

/** Today's appointments: who is still to come, who has checked in. */
export function TodaysAppointments() {
  const today = localDateOf(useNow());
  const navigate = useNavigate();
  const [view, setView] = useState<View>('toCome');
  const appointments = useAppointments({ on: today, limit: 100 });
  const rows = useMemo(() => appointments.rows.filter(fits[view]), [appointments.rows, view]);
  return (
    <DataTable
      label="今天的预约"
      columns={columns}
      rowKey={({ id }) => id}
      list={{ ...appointments, rows, listKey: `${appointments.listKey} ${view}` }}
      onOpen={({ id }) => void navigate(`/counter/appointments?open=${id}`)}
      empty={nothing[view]}
      maxRem={11}
      toolbar={
        <>
          <h2 className={styles.title}>
            <Link to="/counter/appointments">今天的预约</Link>
          </h2>
          <Choice label="显示" value={view} options={views} onChange={setView} />
        </>
      }
    />
  );
}
