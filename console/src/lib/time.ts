const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

const pad = (n: number) => String(n).padStart(2, '0');

/** Calendar parts of an instant in Asia/Shanghai, whatever zone the computer is set to. */
function partsOf(at: number) {
  const local = new Date(at + SHANGHAI_OFFSET_MS);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: WEEKDAYS[local.getUTCDay()],
    clock: `${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}`,
    seconds: pad(local.getUTCSeconds()),
    dayNo: Math.floor((at + SHANGHAI_OFFSET_MS) / DAY_MS),
  };
}

/** The local date of an instant, 'YYYY-MM-DD' in Asia/Shanghai. */
export function localDateOf(at: number): string {
  const { year, month, day } = partsOf(at);
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** Only the time of day, '14:30'. */
export const clockTime = (at: number): string => partsOf(at).clock;

/** As people say it: 今天 14:30, 明天 09:00, 11月25日 14:30, 2025年3月4日 14:30. Both in epoch ms. */
export function saidTime(at: number, now: number): string {
  const then = partsOf(at);
  const today = partsOf(now);
  const near = ['昨天', '今天', '明天'][then.dayNo - today.dayNo + 1];
  const date = near ?? `${then.year === today.year ? '' : `${then.year}年`}${then.month}月${then.day}日`;
  return `${date} ${then.clock}`;
}

/** The instant without any doubt: 2026年11月22日 周日 14:30:05（北京时间）. */
export function exactTime(at: number): string {
  const { year, month, day, weekday, clock, seconds } = partsOf(at);
  return `${year}年${month}月${day}日 周${weekday} ${clock}:${seconds}（北京时间）`;
}

/** A local date as people say it: 今天, 明天, 11月25日 周三. */
export function saidDate(on: string, now: number): string {
  const at = Date.parse(`${on}T00:00:00+08:00`);
  const then = partsOf(at);
  const today = partsOf(now);
  const near = ['昨天', '今天', '明天'][then.dayNo - today.dayNo + 1];
  const year = then.year === today.year ? '' : `${then.year}年`;
  return near ?? `${year}${then.month}月${then.day}日 周${then.weekday}`;
}

/** Length of a recording, '0:07' or '12:30'. Parts of a second are rounded down. */
export function clipLength(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${pad(seconds % 60)}`;
}

/** A date on paper: 2026年11月22日. */
export function fullDate(at: number): string {
  const { year, month, day } = partsOf(at);
  return `${year}年${month}月${day}日`;
}

/** An instant on paper: 2026年11月22日 14:30. */
export const fullTime = (at: number): string => `${fullDate(at)} ${clockTime(at)}`;
