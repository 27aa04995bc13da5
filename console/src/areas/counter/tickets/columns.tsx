import { laneNames, type StaffTicketView, ticketStatusNames } from '@yiyun/shared';
import type { ColumnsType } from 'antd/es/table';
import { StatusTag } from '../../../components/status-tag';
import { ticketTones } from '../../../components/status-tones';
import { clockTime } from '../../../lib/time';
import { sayMatters } from './ticket-words';
import styles from './tickets.module.css';

const time = (at: number | null) => (at === null ? '' : clockTime(at));

/** How a list shows the tickets of a day. */
export const ticketColumns: ColumnsType<StaffTicketView> = [
  { title: '号', key: 'number', render: (_, { number }) => <span className={styles.number}>{number}</span> },
  { title: '状态', key: 'status', render: (_, { status }) => <TicketStatusTag status={status} /> },
  { title: '通道', key: 'lane', render: (_, { lane }) => <span className="nowrap">{laneNames[lane]}</span> },
  { title: '事项', key: 'matters', render: (_, row) => sayMatters(row) },
  { title: '办理人', key: 'person', render: (_, { person }) => <span className="nowrap">{person?.name}</span> },
  { title: '取号', key: 'drawn', render: (_, { drawnAt }) => time(drawnAt) },
  { title: '叫号', key: 'called', render: (_, { calledAt }) => time(calledAt) },
  { title: '结束', key: 'ended', render: (_, { endedAt }) => time(endedAt) },
  { title: '窗口', key: 'window', render: (_, { window }) => <span className="nowrap">{window?.label}</span> },
];

/** The state of a ticket as a word in a shape. */
export function TicketStatusTag({ status }: Pick<StaffTicketView, 'status'>) {
  return <StatusTag tone={ticketTones[status]}>{ticketStatusNames[status]}</StatusTag>;
}
