import { addDays, type CapacityDayView, localDateOf, type ServiceWindowView } from '@yiyun/shared';
import { Button, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { asFailure } from '../../../api/errors';
import { ErrorResult } from '../../../components/error-result';
import { KeyButton } from '../../../components/key-button';
import { Page } from '../../../layout/page';
import { useNow } from '../../../lib/clock';
import { saidDate } from '../../../lib/time';
import { useFilters } from '../../../lib/use-filters';
import { useHalls } from '../../../session/hall';
import { useManagedHalls } from '../halls/halls-page';
import styles from './capacity.module.css';
import { hoursText } from './hours';
import { type RosterChange, RosterDialog } from './roster-dialog';
import { SpecialDayDialog } from './special-day-dialog';
import { useCapacity, useCapacityChanged } from './use-capacity';
import { mondayOfDay } from './week';
import { WeekGrid } from './week-grid';
import { WindowDialog } from './window-dialog';

/** Who sits where when, and the places that follow from it, week by week. Nothing is saved before its effect was shown. */
export function CapacityPage() {
  const now = useNow();
  const today = localDateOf(now);
  const halls = useManagedHalls();
  const { current } = useHalls();
  const [filters, change] = useFilters({ hall: '', from: mondayOfDay(today) });
  const hallId = filters.hall || (current?.id ?? halls.data?.[0]?.id ?? '');
  const fromOn = filters.from;
  const week = useCapacity(hallId, fromOn);
  const onSaved = useCapacityChanged();
  const [day, setDay] = useState<CapacityDayView>();
  const [window, setWindow] = useState<ServiceWindowView | 'new'>();
  const [roster, setRoster] = useState<RosterChange>();
  const of = week.data;
  const go = (weeks: number) => change({ from: addDays(fromOn, weeks * 7) });
  return (
    <Page
      title="号源日历"
      lead="名额由值班窗口和事项办理时长算出；拖动时间条或按回车修改，保存前先看影响"
      actions={
        <>
          <Select
            aria-label="办税服务厅"
            style={{ minWidth: '16rem' }}
            value={hallId || undefined}
            options={halls.data?.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(hall) => change({ hall })}
          />
          <KeyButton label="新增窗口" combo="alt+n" disabled={!of} onClick={() => setWindow('new')} />
        </>
      }
    >
      <div className={styles.bar}>
        <Button aria-label="前一周" onClick={() => go(-1)}>
          ‹
        </Button>
        <h2>
          {saidDate(fromOn, 0)} – {saidDate(addDays(fromOn, 6), 0)}
        </h2>
        <Button aria-label="后一周" onClick={() => go(1)}>
          ›
        </Button>
        <Button disabled={fromOn === mondayOfDay(today)} onClick={() => change({ from: mondayOfDay(today) })}>
          本周
        </Button>
        {of && <Link to={`/manager/halls/${hallId}`}>每周办公时间和窗口</Link>}
        {of?.hall.slotsUntilOn && (
          <span className={styles.quiet}>号源已排到 {saidDate(of.hall.slotsUntilOn, now)}</span>
        )}
      </div>
      {week.error && (
        <ErrorResult title="没能读取号源日历" error={asFailure(week.error)} onRetry={() => void week.refetch()} />
      )}
      {week.isPending && <Skeleton />}
      {of && (
        <>
          <WeekGrid
            of={of}
            now={now}
            today={today}
            onDay={setDay}
            onWindow={setWindow}
            onCell={(windowId, on, hours) => {
              const at = of.days.find((other) => other.on === on)?.windows.find((other) => other.windowId === windowId);
              const changed = of.hall.windows.find(({ id }) => id === windowId);
              if (!changed) return;
              const text = hoursText(hours ?? at?.hours ?? []);
              setRoster({ window: changed, on, hours: text, isException: at?.isException ?? false });
            }}
          />
          <p className={styles.legend}>
            <span>点日期改全厅的安排；点窗口名改它的值班表</span>
            <span>黄底：当天另有安排</span>
            <span>方向键在格子间移动，回车打开</span>
          </p>
          <SpecialDayDialog hall={of.hall} day={day} onSaved={onSaved} onClose={() => setDay(undefined)} />
          <WindowDialog hall={of.hall} of={window} onSaved={onSaved} onClose={() => setWindow(undefined)} />
          <RosterDialog hall={of.hall} change={roster} onSaved={onSaved} onClose={() => setRoster(undefined)} />
        </>
      )}
    </Page>
  );
}
