import { appointmentStatusNames, localDateOf, type StaffAppointmentView, sayReferenceNo } from '@yiyun/shared';
import type { ColumnsType } from 'antd/es/table';
import { StatusTag } from '../../../components/status-tag';
import { appointmentTones } from '../../../components/status-tones';
import { clockTime, saidDate } from '../../../lib/time';

const time =
  (now: number, withDate: boolean) =>
  ({ startsAt, endsAt }: StaffAppointmentView) =>
    `${withDate ? `${saidDate(localDateOf(startsAt), now)} ` : ''}${clockTime(startsAt)}–${clockTime(endsAt)}`;

interface Show {
  /** Where days are mixed. */
  withDate: boolean;
  /** Beside an open appointment there is room for less. */
  isNarrow: boolean;
}

/** How a list shows appointments. */
export function appointmentColumns(now: number, { withDate, isNarrow }: Show): ColumnsType<StaffAppointmentView> {
  const columns: ColumnsType<StaffAppointmentView> = [
    { title: '时间', key: 'time', render: (_, row) => <span className="nowrap">{time(now, withDate)(row)}</span> },
    { title: '状态', key: 'status', render: (_, { status }) => <AppointmentStatusTag status={status} /> },
    { title: '纳税人', key: 'taxpayer', render: (_, { taxpayer }) => taxpayer.name },
    { title: '办理人', key: 'citizen', render: (_, { citizen }) => <span className="nowrap">{citizen.name}</span> },
    { title: '事项', key: 'matter', render: (_, { matter }) => matter.name },
    {
      title: '预约号',
      key: 'referenceNo',
      render: (_, { referenceNo }) => <span className="nowrap">{sayReferenceNo(referenceNo)}</span>,
    },
  ];
  return isNarrow ? columns.filter(({ key }) => key !== 'referenceNo' && key !== 'citizen') : columns;
}

/** The state of an appointment as a word in a shape. */
export function AppointmentStatusTag({ status }: Pick<StaffAppointmentView, 'status'>) {
  return <StatusTag tone={appointmentTones[status]}>{appointmentStatusNames[status]}</StatusTag>;
}
