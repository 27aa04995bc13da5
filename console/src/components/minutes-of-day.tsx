import { sayTimeOfDay } from '@yiyun/shared';
import { Input } from 'antd';

interface MinutesOfDayProps {
  id?: string;
  /** Minutes since midnight. */
  value?: number | null;
  onChange?: (minutes: number | undefined) => void;
}

/** A time of day, kept as minutes since midnight; blank is none. */
export function MinutesOfDay({ id, value, onChange }: MinutesOfDayProps) {
  return (
    <Input
      id={id}
      type="time"
      value={value === undefined || value === null ? '' : sayTimeOfDay(value % 1440)}
      onChange={({ target }) => {
        const [hours, minutes] = target.value.split(':').map(Number);
        onChange?.(hours === undefined || minutes === undefined ? undefined : hours * 60 + minutes);
      }}
    />
  );
}
