import { type CalendarView, localDateOf } from '@yiyun/shared';
import { Button, Skeleton } from 'antd';
import { asFailure } from '../../../api/errors';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { Panel } from '../../../components/panel';
import { Page } from '../../../layout/page';
import { now } from '../../../lib/clock';
import { useFilters } from '../../../lib/use-filters';
import styles from './calendar.module.css';
import { ImportDialog } from './import-dialog';
import { useCalendar } from './use-calendar';
import { sayEnd, stretchesOf } from './year-plan';
import { YearView } from './year-view';

const shortDate = (on: string) => `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`;

/** The working calendar by year: what is off, what is worked instead, how far it reaches, and its continuation. */
export function CalendarPage() {
  const thisYear = localDateOf(now()).slice(0, 4);
  const [filters, change] = useFilters({ year: thisYear, import: '' });
  const year = Number(filters.year);
  const calendar = useCalendar(year);
  const go = (to: number) => change({ year: String(to) });
  return (
    <Page
      title="工作日历"
      lead={calendar.data && sayEnd(calendar.data)}
      actions={
        <KeyButton type="primary" label="导入放假安排" combo="alt+n" onClick={() => change({ import: 'yes' })} />
      }
    >
      <div className={styles.years}>
        <Button aria-label="前一年" disabled={year <= 2024} onClick={() => go(year - 1)}>
          ‹
        </Button>
        <h2>{year} 年</h2>
        <Button aria-label="后一年" onClick={() => go(year + 1)}>
          ›
        </Button>
      </div>
      {calendar.error && (
        <ErrorResult
          title="没能读取工作日历"
          error={asFailure(calendar.error)}
          onRetry={() => void calendar.refetch()}
        />
      )}
      {calendar.isPending && <Skeleton />}
      {calendar.data && <Year of={calendar.data} year={year} />}
      <ImportDialog open={filters.import === 'yes'} onClose={() => change({ import: '' })} />
    </Page>
  );
}

function Year({ of, year }: { of: CalendarView; year: number }) {
  const days = of.days.filter(({ on }) => on.startsWith(String(year)));
  return (
    <div className={styles.columns}>
      <YearView year={year} calendar={of} />
      <Panel title="放假和调休">
        {days.length === 0 && <p>{`${year} 年还没有放假安排。`}</p>}
        <ul className={styles.list}>
          {stretchesOf(days).map(({ name, off, fromOn, untilOn }) => (
            <li key={fromOn}>
              <span className={off ? styles.offMark : styles.workMark}>{off ? '休' : '班'}</span>
              <span>{name}</span>
              <span className="tabular">
                {shortDate(fromOn)}
                {untilOn !== fromOn && `–${shortDate(untilOn)}`}
              </span>
            </li>
          ))}
        </ul>
        <p className={styles.source}>来源：{of.source}</p>
      </Panel>
    </div>
  );
}
