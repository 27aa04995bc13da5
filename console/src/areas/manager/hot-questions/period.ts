import { addDays, isoWeekOf, type LocalDate, weekdayOf } from '@yiyun/shared';

/** A stretch of days, both included. */
export interface Period {
  fromOn: LocalDate;
  untilOn: LocalDate;
}

/** Stretches that managers ask about, ending today. */
export function presetsOf(today: LocalDate): { label: string; period: Period }[] {
  const [year = '', month = ''] = today.split('-');
  const quarterMonth = String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0');
  const until = (fromOn: LocalDate): Period => ({ fromOn, untilOn: today });
  return [
    { label: '最近 4 周', period: until(addDays(today, -27)) },
    { label: '最近 12 周', period: until(addDays(today, -83)) },
    { label: '本季度', period: until(`${year}-${quarterMonth}-01`) },
    { label: '今年', period: until(`${year}-01-01`) },
    { label: '最近一年', period: until(addDays(today, -364)) },
  ];
}

/** Monday of an ISO week such as '2026-W47'. */
export function mondayOf(week: string): LocalDate {
  const year = week.slice(0, 4);
  // 4 January lies in the first week of every year.
  const inFirst = `${year}-01-04`;
  const firstMonday = addDays(inFirst, 1 - weekdayOf(inFirst));
  return addDays(firstMonday, (Number(week.slice(6)) - 1) * 7);
}

/** A week as its first day: 11月16日. */
export function sayWeek(week: string): string {
  const monday = mondayOf(week);
  return `${Number(monday.slice(5, 7))}月${Number(monday.slice(8))}日`;
}

/** Whether the last week of a trend is still running on `today`, so that its count is not the whole. */
export const isRunning = (week: string, today: LocalDate): boolean => isoWeekOf(today) === week;
