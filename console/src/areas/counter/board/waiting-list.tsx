import { type DayBoardView, type Lane, laneNames, lanes, type StaffTicketView } from '@yiyun/shared';
import type { ColumnsType } from 'antd/es/table';
import { useMemo } from 'react';
import { type Reading, wholeList } from '../../../api/whole-list';
import { Choice } from '../../../components/choice';
import { DataTable } from '../../../components/data-table/data-table';
import { StatusTag } from '../../../components/status-tag';
import { useNow } from '../../../lib/clock';
import { useFilters } from '../../../lib/use-filters';
import { sayBound, sayMatters, waitedMinutes } from '../tickets/ticket-words';
import ticketStyles from '../tickets/tickets.module.css';
import styles from './board.module.css';

type Filter = '' | Lane;

const columnsAt = (now: number, readAt: number): ColumnsType<StaffTicketView> => [
  {
    title: '号',
    key: 'number',
    width: '4.5rem',
    render: (_, { number }) => <span className={ticketStyles.number}>{number}</span>,
  },
  { title: '通道', key: 'lane', width: '5.5rem', render: (_, { lane }) => laneNames[lane] },
  { title: '事项', key: 'matters', ellipsis: true, render: (_, row) => sayMatters(row) },
  {
    title: '已等',
    key: 'waited',
    width: '4.5rem',
    align: 'end',
    render: (_, row) => `${waitedMinutes(row, now)} 分`,
  },
  { title: '离上限', key: 'bound', width: '8.5rem', render: (_, row) => <Bound of={row} readAt={readAt} now={now} /> },
];

function Bound({ of, readAt, now }: { of: StaffTicketView; readAt: number; now: number }) {
  if (of.reservedFor) return <StatusTag tone="waiting">转给{of.reservedFor}</StatusTag>;
  const { text, tone } = sayBound(of, readAt, now);
  return tone ? <StatusTag tone={tone}>{text}</StatusTag> : <span>{text}</span>;
}

interface WaitingListProps {
  board: DayBoardView;
  reading: Reading;
  onOpen: (ticketId: string) => void;
}

/** Who waits, in the order in which they will be called; a lane alone keeps that order. */
export function WaitingList({ board, reading, onOpen }: WaitingListProps) {
  const now = useNow(15_000);
  const [filters, change] = useFilters({ lane: '' });
  const lane = filters.lane as Filter;
  const rows = useMemo(
    () => (lane ? board.waiting.filter((ticket) => ticket.lane === lane) : board.waiting),
    [board.waiting, lane],
  );
  const options = [
    { value: '' as Filter, label: '全部' },
    ...lanes.map((value) => ({ value: value as Filter, label: laneNames[value] })),
  ];
  return (
    <DataTable
      label="等候的号"
      columns={columnsAt(now, board.at)}
      rowKey={({ id }) => id}
      list={wholeList(reading, `waiting ${board.hallId} ${lane}`, rows)}
      onOpen={({ id }) => onOpen(id)}
      empty={lane ? `${laneNames[lane]}没有人等候。` : '现在没有人等候。'}
      maxRem={19}
      toolbar={
        <>
          <h2 className={styles.title}>等候，先叫的在前</h2>
          <Choice label="通道" value={lane} options={options} onChange={(value) => change({ lane: value })} />
        </>
      }
    />
  );
}
