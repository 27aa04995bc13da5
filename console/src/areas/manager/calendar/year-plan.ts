import { addDays, type CalendarView, weekdayOf } from '@yiyun/shared';

/** One cell of a month: a day of it, or nothing before its first. */
export interface DayCell {
  on: string;
  day: number;
  kind: 'work' | 'weekend' | 'holiday' | 'makeup' | 'unknown';
  /** The holiday, or what a make-up day is for. */
  name?: string;
}
export interface MonthPlan {
  month: number;
  /** Weeks of seven cells, Monday first. */
  weeks: (DayCell | null)[][];
}

/** The twelve months of a year as a wall calendar shows them; days beyond the loaded calendar are `unknown`. */
export function yearPlan(
  year: number,
  calendar: Pick<CalendarView, 'days' | 'coversFromOn' | 'coversUntilOn'>,
): MonthPlan[] {
  const named = new Map(calendar.days.map((day) => [day.on, day]));
  const cellOf = (on: string): DayCell => {
    const day = Number(on.slice(8));
    if (on < calendar.coversFromOn || on > calendar.coversUntilOn) return { on, day, kind: 'unknown' };
    const special = named.get(on);
    if (special) return { on, day, kind: special.off ? 'holiday' : 'makeup', name: special.name };
    return { on, day, kind: weekdayOf(on) > 5 ? 'weekend' : 'work' };
  };
  return Array.from({ length: 12 }, (_month, index) => {
    const month = index + 1;
    const first = `${year}-${String(month).padStart(2, '0')}-01`;
    const cells: (DayCell | null)[] = Array.from({ length: weekdayOf(first) - 1 }, () => null);
    for (let on = first; on.slice(0, 7) === first.slice(0, 7); on = addDays(on, 1)) cells.push(cellOf(on));
    while (cells.length % 7 > 0) cells.push(null);
    return { month, weeks: Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7)) };
  });
}

/** Holidays of the year as stretches: 国庆节 10月1日–10月7日, and the make-up days one by one. */
export interface Stretch {
  name: string;
  off: boolean;
  fromOn: string;
  untilOn: string;
}

/** Days that follow each other under one name, joined. */
export function stretchesOf(days: CalendarView['days']): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { on, off, name } of [...days].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    const last = stretches.at(-1);
    if (last && last.off === off && last.name === name && addDays(last.untilOn, 1) === on) last.untilOn = on;
    else stretches.push({ name, off, fromOn: on, untilOn: on });
  }
  return stretches;
}

/** How long the calendar still lasts, as a sentence. */
export function sayEnd({
  coversUntilOn,
  daysLeft,
  warning,
}: Pick<CalendarView, 'coversUntilOn' | 'daysLeft' | 'warning'>): string {
  const [year, month, day] = coversUntilOn.split('-').map(Number);
  const end = `工作日历${warning ? '只' : ''}到${year}年${month}月${day}日`;
  return daysLeft < 0 ? `${end}，已经过期。` : `${end}，还有 ${daysLeft} 天。`;
}
