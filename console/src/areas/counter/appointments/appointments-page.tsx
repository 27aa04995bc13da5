import { appointmentStatusFilters, appointmentStatusNames, localDateOf } from '@yiyun/shared';
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
import { AppointmentPanel } from './appointment-panel';
import { appointmentColumns } from './columns';
import { useAppointments } from './use-appointments';

type StatusFilter = '' | (typeof appointmentStatusFilters)[number];
const statuses = [
  { value: '' as StatusFilter, label: '全部' },
  ...appointmentStatusFilters.map((value) => ({ value: value as StatusFilter, label: appointmentStatusNames[value] })),
];

/** Appointments of a day, or of all days when one searches; the open one stands beside. */
export function AppointmentsPage() {
  const now = useNow();
  const [filters, change] = useFilters({ on: localDateOf(now), status: '', q: '', open: '' });
  const { on, q, open } = filters;
  const status = filters.status as StatusFilter;
  const isSearch = q !== '';
  const list = useAppointments({ on: isSearch ? undefined : on, status: status || undefined, q: q || undefined });
  const close = () => {
    change({ open: '' });
    focusRow(open);
  };
  return (
    <Page
      title="预约"
      lead={isSearch ? `在所有日期中搜索“${q}”` : `${saidDate(on, now)}的预约，新的预约会自动出现`}
      actions={<SearchBox label="预约号或纳税人名称" value={q} onSearch={(text) => change({ q: text, open: '' })} />}
    >
      <SideBySide
        list={
          <DataTable
            label="预约列表"
            columns={appointmentColumns(now, { withDate: isSearch, isNarrow: open !== '' })}
            rowKey={({ id }) => id}
            list={list}
            openKey={open}
            onOpen={({ id }) => change({ open: id })}
            empty={
              isSearch
                ? `没有与“${q}”相符的预约。`
                : `${saidDate(on, now)}没有${status && appointmentStatusNames[status]}的预约。`
            }
            toolbar={
              <>
                {!isSearch && (
                  <DayPicker on={on} today={localDateOf(now)} onChange={(day) => change({ on: day, open: '' })} />
                )}
                <Choice
                  label="状态"
                  value={status}
                  options={statuses}
                  onChange={(value) => change({ status: value, open: '' })}
                />
              </>
            }
          />
        }
        side={open && <AppointmentPanel key={open} appointmentId={open} onClose={close} />}
      />
    </Page>
  );
}
