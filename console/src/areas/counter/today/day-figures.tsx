import type { StaffAppointmentView } from '@yiyun/shared';
import { Link } from 'react-router';
import type { ListState } from '../../../api/use-cursor-list';
import { clockTime } from '../../../lib/time';
import { countDay } from './count-day';
import styles from './today-page.module.css';

interface DayFiguresProps {
  appointments: ListState<StaffAppointmentView>;
  now: number;
}

/** The day in a line: what waits for us, what is still to come, and who comes next. Each number opens its list. */
export function DayFigures({ appointments, now }: DayFiguresProps) {
  if (appointments.isLoading || appointments.rows.length === 0) return null;
  const { pending, toCome, serving, completed, next } = countDay(appointments.rows, now);
  const more = appointments.hasMore ? '+' : '';
  const figures = [
    { label: '待确认', count: pending, to: '/counter/appointments?status=pending' },
    { label: '还没到', count: toCome, to: '/counter/appointments?status=confirmed' },
    { label: '办理中', count: serving, to: '/counter/appointments?status=serving' },
    { label: '已办理', count: completed, to: '/counter/appointments?status=completed' },
  ];
  return (
    <section className={styles.figures} aria-label="今天的数字">
      {figures.map(({ label, count, to }) => (
        <Link key={label} to={to}>
          <strong>
            {count}
            {more}
          </strong>
          {label}
        </Link>
      ))}
      <p>
        {next ? (
          <>
            下一位{' '}
            <Link to={`/counter/appointments?open=${next.id}`}>
              {clockTime(next.startsAt)} {next.citizen.name}
            </Link>
            <span>
              {next.taxpayer.name} · {next.matter.name}
            </span>
          </>
        ) : (
          '今天后面没有预约了'
        )}
      </p>
    </section>
  );
}
