import { isLocalDate } from '@yiyun/shared';
import { Input } from 'antd';
import { Choice } from '../../../components/choice';
import styles from './hot-questions.module.css';
import { type Period, presetsOf } from './period';

interface PeriodPickerProps {
  period: Period;
  today: string;
  onChange: (period: Period) => void;
}

/** A period: one press for the usual ones, two dates for any other. */
export function PeriodPicker({ period, today, onChange }: PeriodPickerProps) {
  const presets = presetsOf(today);
  const chosen = presets.find(
    (preset) => preset.period.fromOn === period.fromOn && preset.period.untilOn === period.untilOn,
  );
  const setDate = (changed: Partial<Period>) => {
    const next = { ...period, ...changed };
    if (isLocalDate(next.fromOn) && isLocalDate(next.untilOn) && next.fromOn <= next.untilOn) onChange(next);
  };
  return (
    <div className={styles.period}>
      <Choice
        label="时间范围"
        value={chosen?.label ?? ''}
        options={presets.map(({ label }) => ({ value: label, label }))}
        onChange={(label) => {
          const preset = presets.find((other) => other.label === label);
          if (preset) onChange(preset.period);
        }}
      />
      <Input
        key={period.fromOn}
        type="date"
        size="small"
        aria-label="开始日期"
        defaultValue={period.fromOn}
        max={period.untilOn}
        onBlur={({ target }) => setDate({ fromOn: target.value })}
        onPressEnter={({ currentTarget }) => setDate({ fromOn: currentTarget.value })}
      />
      <span>到</span>
      <Input
        key={`until ${period.untilOn}`}
        type="date"
        size="small"
        aria-label="结束日期"
        defaultValue={period.untilOn}
        min={period.fromOn}
        max={today}
        onBlur={({ target }) => setDate({ untilOn: target.value })}
        onPressEnter={({ currentTarget }) => setDate({ untilOn: currentTarget.value })}
      />
    </div>
  );
}
