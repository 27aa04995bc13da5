import {
  AppError,
  type DayHours,
  isWorkingDay,
  type LocalDate,
  parseHours,
  type RosterExceptionBody,
  regularHours,
  type SpecialDayBody,
  type WeeklyHours,
  type WindowBody,
  type WorkingCalendar,
} from '@yiyun/shared';
import type { Hall, RosterException, ServiceWindow, SpecialDay } from './hall.js';
import { minutesIn } from './hours.js';

/** What is written down about hours and days, read and judged; each throws the refusal that the contract names. */

/** Reads `08:30-12:00 13:30-17:00`; nothing is a closed day. */
export function hoursFrom(text: string | undefined): DayHours {
  try {
    return parseHours(text ?? '');
  } catch (error) {
    throw error instanceof RangeError ? new AppError('capacity.hours_invalid') : error;
  }
}

/** Seven texts, Monday first. */
export const weekFrom = (texts: readonly string[]): WeeklyHours => texts.map(hoursFrom);

/** A day that can still be arranged: today or later, and within the loaded years. */
export function requireOpenDay(on: LocalDate, today: LocalDate, calendar: WorkingCalendar): void {
  if (on < today) throw new AppError('capacity.day_past');
  if (on > calendar.coversUntil) throw new AppError('calendar.beyond', { lastDay: calendar.coversUntil });
}

export function windowFrom(hall: Hall, body: WindowBody, newId: () => string): ServiceWindow {
  const { windowId, label, skills, servesComplex, roster, bookablePercent, active } = body;
  if (windowId !== undefined) windowOf(hall, windowId);
  const content = { label, skills, servesComplex, bookablePercent, active };
  return { id: windowId ?? newId(), ...content, roster: weekFrom(roster) };
}

export function exceptionFrom(hall: Hall, { windowId, on, hours }: RosterExceptionBody): RosterException {
  return { windowId: windowOf(hall, windowId).id, on, hours: hoursFrom(hours) };
}

/** Throws `request.not_found`. */
export function windowOf(hall: Hall, windowId: string): ServiceWindow {
  const found = hall.windows.find(({ id }) => id === windowId);
  if (!found) throw new AppError('request.not_found');
  return found;
}

/** A special day must be what it is called: shorter or longer than the usual day, or a session on a day off. */
export function specialDayFrom(
  calendar: WorkingCalendar,
  { on, kind, hours: text, reason }: SpecialDayBody,
): SpecialDay {
  const hours = hoursFrom(text);
  const [usual, given] = [minutesIn(regularHours(calendar, on)), minutesIn(hours)];
  const isWorked = isWorkingDay(calendar, on);
  if (kind === 'closed' && given > 0) throw wrong('hours', '全天不办公时不填办公时间');
  if (kind !== 'closed' && given === 0) throw wrong('hours', '请填写办公时间');
  if (kind === 'holidaySession' && isWorked) throw wrong('kind', '这一天是工作日，请选缩短办公或延时服务');
  if ((kind === 'shortened' || kind === 'extended') && !isWorked)
    throw wrong('kind', '这一天不是工作日，请选节假日预约办税');
  if (kind === 'shortened' && given >= usual) throw wrong('hours', '缩短办公的时间应比平常短');
  if (kind === 'extended' && given <= usual) throw wrong('hours', '延时服务的时间应比平常长');
  return { on, kind, hours, reason };
}

function wrong(path: string, message: string): AppError {
  const refusal = new AppError('request.invalid');
  refusal.fields = [{ path, message }];
  return refusal;
}
