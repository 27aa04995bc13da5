import { localDateOf } from '@yiyun/shared';
import { Link } from 'react-router';
import { now } from '../../../lib/clock';
import styles from './calendar.module.css';
import { useCalendar } from './use-calendar';
import { sayEnd } from './year-plan';

/** On every page of the managers, from 60 days before the calendar ends until it is continued. */
export function CalendarBanner() {
  const calendar = useCalendar(Number(localDateOf(now()).slice(0, 4)));
  if (!calendar.data?.warning) return null;
  return (
    <section className={styles.banner} aria-label="工作日历提醒">
      <strong>{sayEnd(calendar.data)}</strong>
      <span>之后的日期不能预约，办理期限也算不出来。国务院公布下一年放假安排后，请尽快导入。</span>
      <Link to="/manager/calendar?import=yes">导入放假安排</Link>
    </section>
  );
}
