import {
  type CapacityDayView,
  type CapacityView,
  type IntervalView,
  type ServiceWindowView,
  sayHours,
} from '@yiyun/shared';
import { Link } from 'react-router';
import { saidDate } from '../../../lib/time';
import styles from './capacity.module.css';
import { scaleOf } from './hours';
import { HoursCell } from './hours-cell';
import { useGridKeys } from './use-grid-keys';
import { fillOf, placesByGroup } from './week';

interface WeekGridProps {
  of: CapacityView;
  now: number;
  today: string;
  onDay: (day: CapacityDayView) => void;
  onWindow: (window: ServiceWindowView) => void;
  /** A cell was opened, or dragged to other hours. */
  onCell: (windowId: string, on: string, hours?: IntervalView[]) => void;
}

/** A week: windows down, days across, hours as bars; below each day the places that follow. */
export function WeekGrid({ of: { hall, days }, now, today, onDay, onWindow, onCell }: WeekGridProps) {
  const grid = useGridKeys<HTMLDivElement>();
  const scale = scaleOf(days.flatMap((day) => [day.hours, ...day.windows.map(({ hours }) => hours)]));
  const windows = hall.windows.filter(({ active }) => active);
  return (
    // The arrows move between its buttons, as between the cells of a sheet.
    <div ref={grid.box} role="presentation" onKeyDown={grid.onKeyDown}>
      <table className={styles.grid} aria-label={`${hall.name}的值班和号源`}>
        <thead>
          <tr>
            <th scope="col">窗口</th>
            {days.map((day, column) => (
              <th key={day.on} scope="col" aria-label={saidDate(day.on, now)}>
                <button
                  type="button"
                  className={styles.day}
                  data-place={`0,${column}`}
                  data-special={day.special !== null || undefined}
                  data-today={day.on === today || undefined}
                  tabIndex={grid.isTabStop(0, column) ? 0 : -1}
                  onClick={() => onDay(day)}
                >
                  <strong>{saidDate(day.on, now)}</strong>
                  <small title={sayHours(day.hours)}>{sayHours(day.hours)}</small>
                  <small title={day.special?.reason}>{day.special?.reason ?? day.note}</small>
                </button>
              </th>
            ))}
          </tr>
          <tr>
            <th scope="row">号源（已约 / 名额）</th>
            {days.map((day) => (
              <td key={day.on}>
                <DayPlaces of={day} />
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {windows.map((window, row) => (
            <tr key={window.id}>
              <th scope="row">
                <button type="button" onClick={() => onWindow(window)}>
                  {window.label}
                </button>
                <small title={window.skills.join('、')}>{window.skills.join('、')}</small>
              </th>
              {days.map((day, column) => {
                const at = day.windows.find(({ windowId }) => windowId === window.id);
                return (
                  <td key={day.on}>
                    <HoursCell
                      hours={at?.hours ?? []}
                      scale={scale}
                      label={`${window.label} ${saidDate(day.on, now)}`}
                      isException={at?.isException ?? false}
                      place={`${row + 1},${column}`}
                      isTabStop={grid.isTabStop(row + 1, column)}
                      onOpen={() => onCell(window.id, day.on)}
                      onDragged={(hours) => onCell(window.id, day.on, hours)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DayPlaces({ of }: { of: CapacityDayView }) {
  const fill = fillOf(of);
  return (
    <div className={styles.places}>
      {placesByGroup(of).map(([name, { booked, capacity }]) => (
        <Link key={name} to={`/counter/appointments?on=${of.on}`}>
          {name}
          <b>
            {booked} / {capacity}
          </b>
        </Link>
      ))}
      {fill.length > 0 && (
        <svg viewBox={`0 0 ${fill.length * 4} 10`} preserveAspectRatio="none" aria-hidden="true">
          {fill.map(({ startsAt, share, isClosed }, index) => (
            <g key={startsAt}>
              {!isClosed && <rect className={styles.ground} x={index * 4} width="3" height="10" />}
              <rect x={index * 4} y={10 - share * 10} width="3" height={share * 10} />
            </g>
          ))}
        </svg>
      )}
    </div>
  );
}
