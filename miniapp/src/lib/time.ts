/** Times as people say them. The phone's own zone never matters: everything is Asia/Shanghai, UTC+8 all year. */
const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;
const TWO = (n: number) => String(n).padStart(2, '0');

/** Local date of an instant: 'YYYY-MM-DD'. */
export const dateOf = (at: number): string => new Date(at + OFFSET_MS).toISOString().slice(0, 10);

/** Local time of day of an instant: 'HH:mm'. */
export const timeOf = (at: number): string => new Date(at + OFFSET_MS).toISOString().slice(11, 16);

/** The date `days` days after a date. */
export const addDays = (on: string, days: number): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Days from one date to another; negative when `to` lies before. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** 0 is Sunday. */
export const weekdayOf = (on: string): number => new Date(`${on}T00:00:00Z`).getUTCDay();

/** '周二' */
export const sayWeekday = (on: string): string => `周${WEEKDAYS[weekdayOf(on)]}`;

/** '今天', '明天', '昨天', '11月24日 周二', in another year '2025年11月24日'. */
export function sayDay(on: string, todayOn: string): string {
  const near: Record<number, string> = { [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' };
  const word = near[daysBetween(todayOn, on)];
  if (word) return word;
  return on.slice(0, 4) === todayOn.slice(0, 4)
    ? `${sayDate(on)} ${sayWeekday(on)}`
    : `${on.slice(0, 4)}年${sayDate(on)}`;
}

/** '11月24日' */
export const sayDate = (on: string): string => `${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`;

/** '今天 14:30' */
export const sayWhen = (at: number, nowAt: number): string => `${sayDay(dateOf(at), dateOf(nowAt))} ${timeOf(at)}`;

/** '2026年11月24日 14:30:05', for the exact instant on demand. */
export function sayExactly(at: number): string {
  const on = dateOf(at);
  return `${on.slice(0, 4)}年${sayDate(on)} ${new Date(at + OFFSET_MS).toISOString().slice(11, 19)}`;
}

/** '1:05' for a player, '0:07' for a short clip. */
export function sayClock(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return `${Math.floor(seconds / 60)}:${TWO(seconds % 60)}`;
}

/** '1 分 5 秒', '7 秒': what a screen reader should say for a duration. */
export function sayDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  return minutes === 0 ? `${seconds} 秒` : `${minutes} 分 ${seconds % 60} 秒`;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const WITH_SECONDS_BELOW_MS = 10 * MINUTE_MS;

/** What is left of a short time: '9 分 30 秒', '25 分钟', '3 小时 20 分钟'; '0 秒' when it is over. */
export function sayLeft(ms: number): string {
  if (ms < WITH_SECONDS_BELOW_MS) return sayDuration(Math.max(0, ms));
  const minutes = Math.floor(ms / MINUTE_MS);
  if (ms < HOUR_MS) return `${minutes} 分钟`;
  return minutes % 60 === 0 ? `${minutes / 60} 小时` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟`;
}

/** The same in whole minutes, for what is spoken now and then: '还剩 9 分钟', '还剩不到 1 分钟'. */
export function sayMinutesLeft(ms: number): string {
  if (ms < MINUTE_MS) return '还剩不到 1 分钟';
  return ms < HOUR_MS ? `还剩 ${Math.floor(ms / MINUTE_MS)} 分钟` : `还剩 ${sayLeft(ms)}`;
}

/** How old something is: '刚刚', '40 秒前', '3 分钟前'. */
export function sayAge(ms: number): string {
  if (ms < 10_000) return '刚刚';
  return ms < MINUTE_MS ? `${Math.floor(ms / 1000)} 秒前` : `${Math.floor(ms / MINUTE_MS)} 分钟前`;
}
