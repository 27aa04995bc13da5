import { AppError, isLocalDate, type LocalDate, weekdayOf } from '@yiyun/shared';
import type { CalendarDay } from './national-calendar.js';

const LINE = /^(\S+)\s+(\S+)\s+(\S.*)$/;
const MAX_NAME = 20;
/** Off in every year by the regulation on public holidays; a list without them is not complete. */
const ALWAYS_OFF = [
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['10-01', '国庆节'],
] as const;

/**
 * Reads `2027-01-01 休 元旦` and `2027-02-20 班 春节调休`, one day a line, for the dates from `fromOn` to `untilOn`. Blank
 * lines are skipped. Throws `calendar.import_invalid` with the first line that is wrong, or, when a day is missing that
 * every year has off, with the last line.
 */
export function parseCalendarText(text: string, fromOn: LocalDate, untilOn: LocalDate): CalendarDay[] {
  const days = new Map<LocalDate, CalendarDay>();
  const lines = text.split(/\r?\n/);
  lines.forEach((line, i) => {
    if (line.trim() === '') return;
    const day = parseLine(line.trim());
    const problem = typeof day === 'string' ? day : problemOf(day, days, fromOn, untilOn);
    if (problem !== undefined) throw new AppError('calendar.import_invalid', { line: i + 1, problem });
    days.set((day as CalendarDay).on, day as CalendarDay);
  });
  const missing = missingDay(days, fromOn, untilOn);
  if (missing) {
    throw new AppError('calendar.import_invalid', {
      line: lines.length,
      problem: `到这里还没有${missing}，安排不完整`,
    });
  }
  return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** The text that `parseCalendarText` reads back. */
export const calendarTextOf = (days: readonly CalendarDay[]): string =>
  days.map(({ on, off, name }) => `${on} ${off ? '休' : '班'} ${name}`).join('\n');

function parseLine(line: string): CalendarDay | string {
  const [, on, kind, name] = LINE.exec(line) ?? [];
  if (on === undefined || kind === undefined || name === undefined) return '应写成“2027-01-01 休 元旦”';
  if (!isLocalDate(on)) return `“${on}”不是有效的日期`;
  if (kind !== '休' && kind !== '班') return '日期后面应写“休”或“班”';
  if (name.length > MAX_NAME) return `节日名称最多${MAX_NAME}个字`;
  return { on, off: kind === '休', name };
}

function problemOf(
  { on, off }: CalendarDay,
  earlier: ReadonlyMap<LocalDate, CalendarDay>,
  fromOn: LocalDate,
  untilOn: LocalDate,
): string | undefined {
  if (earlier.has(on)) return `${on}写了两次`;
  if (on < fromOn) return `${on}已在现有日历内，只能接着${fromOn}往后写`;
  if (on > untilOn) return `${on}晚于安排的最后一天${untilOn}`;
  if (!off && weekdayOf(on) <= 5) return `${on}本来就是工作日，不能写“班”`;
  return undefined;
}

function missingDay(
  days: ReadonlyMap<LocalDate, CalendarDay>,
  fromOn: LocalDate,
  untilOn: LocalDate,
): string | undefined {
  for (let year = Number(fromOn.slice(0, 4)); year <= Number(untilOn.slice(0, 4)); year++) {
    for (const [monthAndDay, name] of ALWAYS_OFF) {
      const on = `${year}-${monthAndDay}`;
      if (on >= fromOn && on <= untilOn && !days.get(on)?.off) return `${on}（${name}）`;
    }
  }
  return undefined;
}
