import { useQuery } from '@tanstack/react-query';
import { type SlotDayView, type SlotView } from '@yiyun/shared';
import { Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { api } from '../../../api/client';
import { asFailure } from '../../../api/errors';
import { keys } from '../../../api/keys';
import { ErrorResult } from '../../../components/error-result';
import { useNow } from '../../../lib/clock';
import { clockTime, saidDate } from '../../../lib/time';
import styles from './slots.module.css';

export interface SlotPickerProps {
  hallId: string;
  matterId: string;
  furtherMatterIds?: readonly string[];
  /** The chosen slot's id. */
  value?: string;
  onChange?: (slotId: string | undefined) => void;
  /** Of the label that names it. */
  id?: string;
}

/** A day, then a time of it: what can be booked, with the places left. Arrow keys go from one to the next. */
export function SlotPicker({ hallId, matterId, furtherMatterIds = [], value, onChange, id }: SlotPickerProps) {
  const now = useNow();
  const [picked, setPicked] = useState<string>();
  const furtherIds = furtherMatterIds.join(',') || undefined;
  const what = `${matterId},${furtherIds ?? ''}`;
  const query = { matterId, furtherMatterIds: furtherIds };
  const days = useQuery({
    queryKey: keys.slotDays(hallId, what),
    queryFn: () => api.appointments.slotDays({ params: { hallId }, query }),
  });
  const isOpen = ({ closedReason, remaining }: SlotDayView) => closedReason === null && remaining > 0;
  const on = picked ?? days.data?.days.find(isOpen)?.on;
  const slots = useQuery({
    queryKey: keys.slots(hallId, what, on ?? ''),
    queryFn: () => api.appointments.slots({ params: { hallId }, query: { ...query, on: on ?? '' } }),
    enabled: on !== undefined,
  });
  const isGone = value !== undefined && slots.data !== undefined && !slots.data.some((slot) => slot.id === value);
  useEffect(() => {
    if (isGone) onChange?.(undefined);
  }, [isGone, onChange]);
  if (days.error) {
    return <ErrorResult title="没能读取可预约日期" error={asFailure(days.error)} onRetry={() => void days.refetch()} />;
  }
  if (!days.data) return <Skeleton />;
  if (days.data.days.length === 0) return <p>{days.data.calendarNote ?? '没有可以预约的日期。'}</p>;
  return (
    <fieldset id={id} className={styles.box}>
      <legend className="visually-hidden">日期和时段</legend>
      <div className={styles.days} role="radiogroup" aria-label="日期">
        {days.data.days.map((day) => (
          <label key={day.on} className={styles.option}>
            <input
              type="radio"
              name={`${id}-day`}
              checked={day.on === on}
              onChange={() => {
                setPicked(day.on);
                onChange?.(undefined);
              }}
            />
            <span data-full={!isOpen(day) || undefined}>
              {saidDate(day.on, now)}
              <small>{sayLeft(day)}</small>
            </span>
          </label>
        ))}
      </div>
      {days.data.calendarNote && <p>{days.data.calendarNote}</p>}
      {slots.error && <ErrorResult title="没能读取时段" error={asFailure(slots.error)} />}
      {on !== undefined && slots.isPending && <Skeleton title={false} />}
      {on === undefined && <p>近期都约满了，可以换一个办税服务厅，或请纳税人在手机上候补。</p>}
      {slots.data && <Slots slots={slots.data} name={`${id}-slot`} value={value} onChange={onChange} />}
    </fieldset>
  );
}

const sayLeft = ({ closedReason, remaining }: Pick<SlotDayView, 'closedReason' | 'remaining'>): string =>
  closedReason ?? (remaining > 0 ? `余 ${remaining}` : '约满');

interface SlotsProps {
  slots: SlotView[];
  name: string;
  value?: string;
  onChange?: (slotId: string) => void;
}

function Slots({ slots, name, value, onChange }: SlotsProps) {
  if (slots.length === 0) return <p>这一天没有时段。</p>;
  return (
    <div className={styles.slots} role="radiogroup" aria-label="时段">
      {slots.map(({ id, startsAt, endsAt, remaining, closedReason }) => {
        const isFull = closedReason !== null || remaining <= 0;
        return (
          <label key={id} className={styles.option}>
            <input type="radio" name={name} checked={id === value} disabled={isFull} onChange={() => onChange?.(id)} />
            <span data-full={isFull || undefined}>
              {clockTime(startsAt)}–{clockTime(endsAt)}
              <small>{sayLeft({ closedReason, remaining })}</small>
            </span>
          </label>
        );
      })}
    </div>
  );
}
