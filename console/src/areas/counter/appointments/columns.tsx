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
    { title: '状态', key: 'status', render: (_, row) => <AppointmentState of={row} /> },
    { title: '纳税人', key: 'taxpayer', render: (_, { taxpayer }) => taxpayer.name },
    { title: '办理人', key: 'citizen', render: (_, { citizen }) => <span className="nowrap">{citizen.name}</span> },
    { title: '事项', key: 'matter', render: (_, row) => sayMatters(row) },
    {
      title: '预约号',
      key: 'referenceNo',
      render: (_, { referenceNo }) => <span className="nowrap">{sayReferenceNo(referenceNo)}</span>,
    },
  ];
  return isNarrow ? columns.filter(({ key }) => key !== 'referenceNo' && key !== 'citizen') : columns;
}

/** The first matter, and how many more in the same visit. */
export const sayMatters = ({ matter, furtherMatters }: StaffAppointmentView): string =>
  furtherMatters.length === 0 ? matter.name : `${matter.name} 等 ${furtherMatters.length + 1} 项`;

/** The state, and that somebody has waited too long for a confirmation. */
function AppointmentState({ of: { status, escalatedAt } }: { of: StaffAppointmentView }) {
  if (status === 'pending' && escalatedAt !== null) return <StatusTag tone="failed">待确认，已催办</StatusTag>;
  return <AppointmentStatusTag status={status} />;
}

/** The state of an appointment as a word in a shape. */
export function AppointmentStatusTag({ status }: Pick<StaffAppointmentView, 'status'>) {
  return <StatusTag tone={appointmentTones[status]}>{appointmentStatusNames[status]}</StatusTag>;
}
