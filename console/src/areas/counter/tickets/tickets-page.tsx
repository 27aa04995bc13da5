import {
  type Lane,
  laneNames,
  lanes,
  localDateOf,
  type TicketStatus,
  ticketStatuses,
  ticketStatusNames,
} from '@yiyun/shared';
import { Select } from 'antd';
import { api } from '../../../api/client';
import { keys } from '../../../api/keys';
import { useCursorList } from '../../../api/use-cursor-list';
import { Choice } from '../../../components/choice';
import { DataTable } from '../../../components/data-table/data-table';
import { focusRow } from '../../../components/data-table/focus-row';
import { DayPicker } from '../../../components/day-picker';
import { SearchBox } from '../../../components/search-box';
import { SideBySide } from '../../../components/side-by-side';
import { Page } from '../../../layout/page';
import { useNow } from '../../../lib/clock';
import { saidDate } from '../../../lib/time';
import { useFilters } from '../../../lib/use-filters';
import { useHall } from '../../../session/hall';
import { ticketColumns } from './columns';
import { TicketPanel } from './ticket-panel';

const statuses = [
  { value: '', label: '全部' },
  ...ticketStatuses.map((value) => ({ value: value as string, label: ticketStatusNames[value] })),
];
const laneOptions = [
  { value: '', label: '所有通道' },
  ...lanes.map((value) => ({ value: value as string, label: laneNames[value] })),
];
/** Beside an open ticket there is room for less. */
const narrow = ticketColumns.filter(({ key }) => key !== 'ended' && key !== 'called' && key !== 'person');

/** Every ticket of a day; the open one stands beside. */
export function TicketsPage() {
  const now = useNow();
  const { id: hallId } = useHall();
  const [filters, change] = useFilters({ on: localDateOf(now), status: '', lane: '', q: '', open: '' });
  const { on, q, open } = filters;
  const query = {
    on,
    status: (filters.status as TicketStatus) || undefined,
    lane: (filters.lane as Lane) || undefined,
    q: q || undefined,
  };
  const list = useCursorList(keys.tickets(hallId, query), (cursor) =>
    api.queue.list({ params: { hallId }, query: { limit: 50, ...query, cursor } }),
  );
  const close = () => {
    change({ open: '' });
    focusRow(open);
  };
  return (
    <Page
      title="号票"
      lead={`${saidDate(on, now)}取的号，按取号先后`}
      actions={<SearchBox label="号码或姓名" value={q} onSearch={(text) => change({ q: text, open: '' })} />}
    >
      <SideBySide
        list={
          <DataTable
            label="号票列表"
            columns={open ? narrow : ticketColumns}
            rowKey={({ id }) => id}
            list={list}
            openKey={open}
            onOpen={({ id }) => change({ open: id })}
            empty={q ? `没有与“${q}”相符的号。` : `${saidDate(on, now)}没有符合条件的号。`}
            toolbar={
              <>
                <DayPicker on={on} today={localDateOf(now)} onChange={(day) => change({ on: day, open: '' })} />
                <Choice
                  label="状态"
                  value={filters.status}
                  options={statuses}
                  onChange={(status) => change({ status, open: '' })}
                />
                <Select
                  aria-label="通道"
                  size="small"
                  style={{ minWidth: '7rem' }}
                  value={filters.lane}
                  options={laneOptions}
                  onChange={(lane) => change({ lane, open: '' })}
                />
              </>
            }
          />
        }
        side={open && <TicketPanel key={open} ticketId={open} onClose={close} />}
      />
    </Page>
  );
}
