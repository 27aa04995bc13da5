import { Button, Input } from 'antd';
import styles from './capacity.module.css';
import { hoursText, readHours } from './hours';

interface HoursInputProps {
  id?: string;
  value?: string;
  onChange?: (text: string) => void;
  autoFocus?: boolean;
  label?: string;
}

/** Hours of one day as a text; what is readable is put into its normal form on leaving the field. */
export function HoursInput({ id, value = '', onChange, autoFocus, label }: HoursInputProps) {
  const tidy = () => {
    const hours = readHours(value);
    if (hours) onChange?.(hoursText(hours));
  };
  return (
    <Input
      id={id}
      aria-label={label}
      value={value}
      autoFocus={autoFocus}
      placeholder="休息"
      spellCheck={false}
      autoComplete="off"
      onChange={({ target }) => onChange?.(target.value)}
      onBlur={tidy}
      onPressEnter={tidy}
    />
  );
}

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

interface WeekHoursProps {
  id?: string;
  value?: string[];
  onChange?: (week: string[]) => void;
}

/** Hours of the seven days of a week. */
export function WeekHours({ id, value = [], onChange }: WeekHoursProps) {
  const set = (index: number, text: string) =>
    onChange?.(WEEKDAYS.map((_, day) => (day === index ? text : (value[day] ?? ''))));
  return (
    <div id={id} className={styles.week}>
      {WEEKDAYS.map((day, index) => (
        <div key={day}>
          <span>{day}</span>
          <HoursInput label={day} value={value[index]} onChange={(text) => set(index, text)} />
        </div>
      ))}
      <Button
        size="small"
        onClick={() => onChange?.(WEEKDAYS.map((_, day) => (day < 5 ? (value[0] ?? '') : (value[day] ?? ''))))}
      >
        周一的时间用到周五
      </Button>
    </div>
  );
}
