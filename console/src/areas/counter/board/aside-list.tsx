import { MINUTE_MS, type StaffTicketView } from '@yiyun/shared';
import type { ColumnsType } from 'antd/es/table';
import { type Reading, wholeList } from '../../../api/whole-list';
import { DataTable } from '../../../components/data-table/data-table';
import { useNow } from '../../../lib/clock';
import { TicketStatusTag } from '../tickets/columns';
import ticketStyles from '../tickets/tickets.module.css';
import styles from './board.module.css';

const columnsAt = (now: number): ColumnsType<StaffTicketView> => [
  {
    title: '号',
    key: 'number',
    width: '4.5rem',
    render: (_, { number }) => <span className={ticketStyles.number}>{number}</span>,
  },
  { title: '状态', key: 'status', width: '5.5rem', render: (_, { status }) => <TicketStatusTag status={status} /> },
  { title: '说明', key: 'why', ellipsis: true, render: (_, row) => sayAside(row, now) },
];

function sayAside({ status, parkedReason, window, calledAt, missedCount }: StaffTicketView, now: number): string {
  if (status === 'parked') return [window?.label, parkedReason].filter(Boolean).join('，');
  const minutes = calledAt === null ? 0 : Math.floor((now - calledAt) / MINUTE_MS);
  return `${minutes} 分钟前叫过${missedCount > 1 ? `，第 ${missedCount} 次` : ''}`;
}

interface AsideListProps {
  tickets: StaffTicketView[];
  reading: Reading;
  onOpen: (ticketId: string) => void;
}

/** Tickets that were called and not there, and those put aside. */
export function AsideList({ tickets, reading, onOpen }: AsideListProps) {
  const now = useNow();
  return (
    <DataTable
      label="过号和暂放"
      columns={columnsAt(now)}
      rowKey={({ id }) => id}
      list={wholeList(reading, 'aside', tickets)}
      onOpen={({ id }) => onOpen(id)}
      empty="没有过号和暂放的号。"
      maxRem={11}
      toolbar={<h2 className={styles.title}>过号和暂放</h2>}
    />
  );
}
