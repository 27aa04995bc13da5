import { View } from '@tarojs/components';
import { a11y } from '@/lib/a11y';
import { classNames } from '@/lib/class-names';
import { useRoving } from '@/lib/roving';
import { addDays, sayDate, sayDay, sayWeekday, weekdayOf } from '@/lib/time';
import { useSettings } from '@/state/settings';
import { Pressable } from '../actions/Pressable';
import './DayPicker.scss';

export interface Day {
  /** 'YYYY-MM-DD' */
  on: string;
  /** Places left; 0 can't be chosen. */
  remaining: number;
  /** Why it can't be chosen, where it isn't full: 休息. */
  closed?: string;
}

interface DayPickerProps {
  days: Day[];
  todayOn: string;
  value: string | undefined;
  onChange: (on: string) => void;
  /** A full day was pressed; left out, it can't be. */
  onFull?: (on: string) => void;
}

const WEEK = ['一', '二', '三', '四', '五', '六', '日'];

const isOpen = (day: Day) => day.remaining > 0 && !day.closed;
const sayPlaces = (day: Day) => day.closed ?? (day.remaining > 0 ? `余 ${day.remaining}` : '约满');

/** A week row for each week of the days, from Monday; in elder mode a list of days with wide rows. */
export function DayPicker({ days, todayOn, value, onChange, onFull }: DayPickerProps) {
  const elder = useSettings((settings) => settings.elder);
  const shown = elder ? days.filter((day) => !day.closed) : days;
  const member = useRoving({
    count: shown.length,
    chosen: shown.findIndex((day) => day.on === value),
    choose: (index) => onChange((shown[index] as Day).on),
    canChoose: (index) => isOpen(shown[index] as Day),
  });
  const first = shown[0];
  const blanks = first && !elder ? (weekdayOf(first.on) + 6) % 7 : 0;

  return (
    <View className={classNames('day-picker', elder ? 'day-picker--list' : 'day-picker--weeks')}>
      {!elder && (
        <View className="day-picker__grid" {...a11y({ hidden: true })}>
          {WEEK.map((name) => (
            <View key={name} className="day-picker__weekday">
              {name}
            </View>
          ))}
        </View>
      )}
      <View className="day-picker__grid" {...a11y({ role: 'radiogroup', label: '选择日期' })}>
        {Array.from({ length: blanks }, (_, blank) => (
          <View key={addDays((first as Day).on, blank - blanks)} {...a11y({ hidden: true })} />
        ))}
        {shown.map((day, index) => {
          const full = onFull && day.remaining <= 0 && !day.closed;
          const content = (
            <>
              <View className="day__date">{elder ? sayDay(day.on, todayOn) : shortDate(day.on, todayOn)}</View>
              <View className="day__places">{sayPlaces(day)}</View>
            </>
          );
          const said = `${sayDate(day.on)} ${sayWeekday(day.on)}，${sayPlaces(day)}`;
          return full ? (
            <Pressable key={day.on} className="day is-full" label={`${said}·候补`} onPress={() => onFull(day.on)}>
              {content}
            </Pressable>
          ) : (
            <Pressable
              key={day.on}
              role="radio"
              className={classNames('day', day.on === value && 'is-chosen')}
              checked={day.on === value}
              disabled={!isOpen(day)}
              label={said}
              onPress={() => onChange(day.on)}
              {...member(index)}
            >
              {content}
            </Pressable>
          );
        })}
      </View>
    </View>
  );
}

/** '24'; the first of a month with its month: '12/1'; today as 今天. */
function shortDate(on: string, todayOn: string): string {
  if (on === todayOn) return '今天';
  const day = Number(on.slice(8));
  return day === 1 ? `${Number(on.slice(5, 7))}/1` : String(day);
}
