import { addDays, HOUR_MS, type LocalDate, localDateOf, localMinutesOf, MINUTE_MS, weekdayOf } from './local-date.js';

const WEEKDAYS = '一二三四五六日';

/** Minutes of a day as 'HH:MM'; 1440 reads '24:00'. */
export function sayTimeOfDay(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** A date as people say it on `today`: 昨天, 今天, 明天, 11月25日 周三, and with the year when it is another year. */
export function sayDate(date: LocalDate, today: LocalDate): string {
  if (date === today) return '今天';
  if (date === addDays(today, 1)) return '明天';
  if (date === addDays(today, -1)) return '昨天';
  const year = date.slice(0, 4);
  const monthAndDay = `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
  const weekday = `周${WEEKDAYS.charAt(weekdayOf(date) - 1)}`;
  return `${year === today.slice(0, 4) ? '' : `${year}年`}${monthAndDay} ${weekday}`;
}

/** An instant as people say it at `nowMs`: 今天 14:30, 明天 09:00, 11月25日 周三 09:00, 2027年1月4日 周一 09:00. */
export function sayInstant(ms: number, nowMs: number): string {
  return `${sayDate(localDateOf(ms), localDateOf(nowMs))} ${sayTimeOfDay(localMinutesOf(ms))}`;
}

/**
 * A length of time in its two largest units, rounded down: 不到1分钟, 45分钟, 1小时30分钟, 3天2小时.
 * Only the size is said; 'ago' or 'late' is for the caller to word.
 */
export function sayDuration(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / MINUTE_MS);
  if (minutes === 0) return '不到1分钟';
  const hours = Math.floor(Math.abs(ms) / HOUR_MS);
  const days = Math.floor(hours / 24);
  if (days > 0) return `${days}天${amount(hours % 24, '小时')}`;
  return `${amount(hours, '小时')}${amount(minutes % 60, '分钟')}`;
}

function amount(count: number, unit: string): string {
  return count === 0 ? '' : `${count}${unit}`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, '0');
}
