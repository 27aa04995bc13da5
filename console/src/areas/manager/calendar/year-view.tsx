import { type CalendarView, localDateOf } from '@yiyun/shared';
import { now } from '../../../lib/clock';
import styles from './calendar.module.css';
import { type DayCell, type MonthPlan, yearPlan } from './year-plan';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
const marks: Partial<Record<DayCell['kind'], string>> = { holiday: '休', makeup: '班' };

/** Twelve months; a day off carries 休, a worked weekend 班, so that no colour is needed. */
export function YearView({ year, calendar }: { year: number; calendar: CalendarView }) {
  return (
    <div className={styles.months}>
      {yearPlan(year, calendar).map((plan) => (
        <Month key={plan.month} year={year} plan={plan} />
      ))}
    </div>
  );
}

function Month({ year, plan: { month, weeks } }: { year: number; plan: MonthPlan }) {
  return (
    <table className={styles.month}>
      <caption>
        <span className="visually-hidden">{year}年</span>
        {month}月
      </caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col" abbr={`周${day}`}>
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={week.find(Boolean)?.on ?? index}>
            {week.map((cell, day) => (
              <Day key={cell?.on ?? `blank ${WEEKDAYS[day]}`} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ cell }: { cell: DayCell | null }) {
  if (!cell) return <td aria-hidden="true" />;
  const isToday = cell.on === localDateOf(now());
  return (
    <td data-kind={cell.kind} title={cell.name} aria-current={isToday ? 'date' : undefined}>
      {cell.day}
      {marks[cell.kind] && <small>{marks[cell.kind]}</small>}
    </td>
  );
}
