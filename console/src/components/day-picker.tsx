import { addDays, isLocalDate } from '@yiyun/shared';
import { Button, Input } from 'antd';
import styles from './day-picker.module.css';

export interface DayPickerProps {
  /** 'YYYY-MM-DD' in Asia/Shanghai. */
  on: string;
  today: string;
  onChange: (on: string) => void;
}

/** One day: the one before, the one after, today, or any. */
export function DayPicker({ on, today, onChange }: DayPickerProps) {
  return (
    <fieldset className={styles.row}>
      <legend className="visually-hidden">日期</legend>
      <Button size="small" aria-label="前一天" onClick={() => onChange(addDays(on, -1))}>
        ‹
      </Button>
      <Input
        size="small"
        type="date"
        aria-label="日期"
        value={on}
        onChange={({ target }) => isLocalDate(target.value) && onChange(target.value)}
      />
      <Button size="small" aria-label="后一天" onClick={() => onChange(addDays(on, 1))}>
        ›
      </Button>
      <Button size="small" disabled={on === today} onClick={() => onChange(today)}>
        今天
      </Button>
    </fieldset>
  );
}
