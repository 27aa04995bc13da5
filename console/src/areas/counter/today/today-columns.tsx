import { type StaffAppointmentView, type StaffCaseView, type StaffHelpView, sayDuration } from '@yiyun/shared';
import type { ColumnsType } from 'antd/es/table';
import { Due } from '../../../components/due';
import { clockTime } from '../../../lib/time';
import { AppointmentStatusTag } from '../appointments/columns';
import { CaseStatusTag } from '../cases/columns';
import { HelpStatusTag } from '../questions/columns';

/** The board shows one line a row; what does not fit is cut and stands whole in the tooltip and behind the row. */
const cut = { ellipsis: true } as const;

export const appointmentColumns: ColumnsType<StaffAppointmentView> = [
  { title: '时间', key: 'time', width: '4.5rem', render: (_, { startsAt }) => clockTime(startsAt) },
  {
    title: '状态',
    key: 'status',
    width: '6.5rem',
    render: (_, { status }) => <AppointmentStatusTag status={status} />,
  },
  { title: '办理人', key: 'citizen', width: '5.5rem', ...cut, render: (_, { citizen }) => citizen.name },
  { title: '纳税人', key: 'taxpayer', ...cut, render: (_, { taxpayer }) => taxpayer.name },
  { title: '事项', key: 'matter', ...cut, render: (_, { matter }) => matter.name },
];

export const caseColumns: ColumnsType<StaffCaseView> = [
  { title: '期限', key: 'due', width: '11rem', ...cut, render: (_, row) => <Due of={row} /> },
  { title: '状态', key: 'status', width: '6.5rem', render: (_, { status }) => <CaseStatusTag status={status} /> },
  { title: '纳税人 · 事项', key: 'what', ...cut, render: (_, row) => `${row.taxpayerName} · ${row.matter.name}` },
];

export const questionColumns: ColumnsType<StaffHelpView> = [
  { title: '等待', key: 'waiting', width: '7rem', render: (_, { waitingMs }) => sayDuration(waitingMs) },
  { title: '状态', key: 'status', width: '7.5rem', render: (_, { status }) => <HelpStatusTag status={status} /> },
  { title: '问题', key: 'title', ...cut, render: (_, { title }) => title },
];
