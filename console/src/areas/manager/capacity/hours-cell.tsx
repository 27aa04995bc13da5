import { type IntervalView, sayHours } from '@yiyun/shared';
import { type PointerEvent, useRef, useState } from 'react';
import styles from './capacity.module.css';
import { type Grip, hoursText, moved } from './hours';

interface HoursCellProps {
  hours: readonly IntervalView[];
  /** The part of the day that is drawn. */
  scale: IntervalView;
  /** Whose hours, on which day; the hours themselves are added. */
  label: string;
  isException: boolean;
  /** In the grid of the week: its place, and whether it is the one stop for Tab. */
  place: string;
  isTabStop: boolean;
  onOpen: () => void;
  /** Hours as they were dragged; not saved. */
  onDragged: (hours: IntervalView[]) => void;
}

interface Drag {
  index: number;
  grip: Grip;
  fromX: number;
  width: number;
}

/** One window on one day: its hours as bars. Edges and bars can be dragged; a press opens the same change as a form. */
export function HoursCell(props: HoursCellProps) {
  const { hours, scale, label, isException, place, isTabStop, onOpen, onDragged } = props;
  const drag = useRef<Drag>(undefined);
  const wasDragged = useRef(false);
  const [shown, setShown] = useState<IntervalView[]>();
  const span = scale.toMinutes - scale.fromMinutes;
  const percent = (minutes: number) => `${(minutes / span) * 100}%`;

  const onDown = (event: PointerEvent<HTMLButtonElement>) => {
    const { grip, index } = (event.target as HTMLElement).dataset;
    wasDragged.current = false;
    if (!grip) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { width } = event.currentTarget.getBoundingClientRect();
    drag.current = { index: Number(index), grip: grip as Grip, fromX: event.clientX, width };
  };
  const onMove = (event: PointerEvent<HTMLButtonElement>) => {
    if (!drag.current) return;
    const { index, grip, fromX, width } = drag.current;
    const next = moved(hours, index, grip, ((event.clientX - fromX) / width) * span);
    wasDragged.current ||= hoursText(next) !== hoursText(hours);
    setShown(wasDragged.current ? next : undefined);
  };
  const onUp = () => {
    drag.current = undefined;
    setShown(undefined);
    if (shown && hoursText(shown) !== hoursText(hours)) onDragged(shown);
  };
  return (
    <button
      type="button"
      className={styles.cell}
      data-exception={isException || undefined}
      data-place={place}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={`${label}：${hours.length === 0 ? '不值班' : sayHours(hours)}${isException ? '（当天调整过）' : ''}`}
      onPointerDown={onDown}
      onPointerMove={onMove}
      onPointerUp={onUp}
      onPointerCancel={onUp}
      // The click that ends a drag opens nothing; a key's, which has no presses to count, always does.
      onClick={({ detail }) => (detail === 0 || !wasDragged.current) && onOpen()}
    >
      {shown && <span className={styles.dragged}>{hoursText(shown)}</span>}
      {(shown ?? hours).map(({ fromMinutes, toMinutes }, index) => (
        <span
          key={index}
          className={styles.block}
          data-grip="whole"
          data-index={index}
          style={{ left: percent(fromMinutes - scale.fromMinutes), width: percent(toMinutes - fromMinutes) }}
        >
          <i data-grip="from" data-index={index} />
          <i data-grip="to" data-index={index} />
        </span>
      ))}
      {hours.length === 0 && <span className={styles.off}>不值班</span>}
    </button>
  );
}
