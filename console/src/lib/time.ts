import { type LocalDate, localDateOf, localMinutesOf, sayDate, sayTimeOfDay } from '@yiyun/shared';

/** A day so far from today that its date is said in full. */
const LONG_AGO: LocalDate = '1970-01-01';

const withoutWeekday = (date: string) => date.replace(/ 周.$/, '');
const pad = (n: number) => String(n).padStart(2, '0');

/** Only the time of day, '14:30'. */
export const clockTime = (at: number): string => sayTimeOfDay(localMinutesOf(at));

/** A local date as people say it: 今天, 明天, 11月25日 周三. `now` in epoch ms. */
export const saidDate = (on: LocalDate, now: number): string => sayDate(on, localDateOf(now));

/** As people say it, short enough for a table: 今天 14:30, 11月25日 14:30, 2025年3月4日 14:30. Both in epoch ms. */
export const saidTime = (at: number, now: number): string =>
  `${withoutWeekday(saidDate(localDateOf(at), now))} ${clockTime(at)}`;

/** The instant without any doubt: 2026年11月22日 周日 14:30:05（北京时间）. */
export const exactTime = (at: number): string =>
  `${sayDate(localDateOf(at), LONG_AGO)} ${clockTime(at)}:${pad(Math.floor(at / 1000) % 60)}（北京时间）`;

/** A date on paper: 2026年11月22日. */
export const fullDate = (at: number): string => withoutWeekday(sayDate(localDateOf(at), LONG_AGO));

/** An instant on paper: 2026年11月22日 14:30. */
export const fullTime = (at: number): string => `${fullDate(at)} ${clockTime(at)}`;

/** Length of a recording, '0:07' or '12:30'. Parts of a second are rounded down. */
export function clipLength(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${pad(seconds % 60)}`;
}
