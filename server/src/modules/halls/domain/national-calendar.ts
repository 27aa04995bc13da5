import {
  CHINA_HOLIDAYS,
  CHINA_HOLIDAYS_FROM,
  CHINA_HOLIDAYS_UNTIL,
  CHINA_MAKEUP_DAYS,
  daysBetween,
  type LocalDate,
  type WeeklyHours,
  type WorkingCalendar,
} from '@yiyun/shared';
import type { SpecialDay } from './hall.js';

/** A day that does not follow the week: a holiday, or a day worked in exchange for one. */
export interface CalendarDay {
  readonly on: LocalDate;
  readonly off: boolean;
  readonly name: string;
}

/** The holidays of the country as far as they are loaded. */
export interface NationalCalendar {
  /** The number of the last loading. */
  readonly version: number;
  readonly coversFromOn: LocalDate;
  readonly coversUntilOn: LocalDate;
  /** Where each loaded stretch comes from, oldest first. */
  readonly sources: readonly string[];
  readonly days: readonly CalendarDay[];
}

/** Days before the end of the loaded years from which managers are warned. */
const WARN_DAYS = 60;

/** Whole days of calendar left after `today`; negative when it has ended. */
export const daysLeft = (calendar: NationalCalendar, today: LocalDate): number =>
  daysBetween(today, calendar.coversUntilOn);
export const needsImport = (calendar: NationalCalendar, today: LocalDate): boolean =>
  daysLeft(calendar, today) <= WARN_DAYS;

/**
 * An office with these weekly hours and special days in this country. Announcements name no weekday for a make-up day: it
 * has Monday's hours.
 */
export function workingCalendarOf(
  national: NationalCalendar,
  { weekly, specialDays = [] }: { weekly: WeeklyHours; specialDays?: readonly SpecialDay[] },
  name: string,
): WorkingCalendar {
  const pick = <T>(off: boolean, content: (day: CalendarDay) => T) =>
    Object.fromEntries(national.days.filter((day) => day.off === off).map((day) => [day.on, content(day)]));
  return {
    version: `${name}/${national.version}`,
    weekly,
    holidays: pick(true, (day) => day.name),
    makeupDays: pick(false, () => 1 as const),
    specialHours: Object.fromEntries(specialDays.map(({ on, hours }) => [on, hours])),
    coversFrom: national.coversFromOn,
    coversUntil: national.coversUntilOn,
  };
}

/** The years that come with the program. */
export const builtInCalendar = {
  coversFromOn: CHINA_HOLIDAYS_FROM,
  coversUntilOn: CHINA_HOLIDAYS_UNTIL,
  source: '国务院办公厅2024年至2026年部分节假日安排的通知（据 npm chinese-days 1.5.7，MIT 许可）',
  days: [
    ...Object.entries(CHINA_HOLIDAYS).map(([on, name]) => ({ on, off: true, name })),
    ...Object.keys(CHINA_MAKEUP_DAYS).map((on) => ({ on, off: false, name: '调休上班' })),
  ].sort((a, b) => (a.on < b.on ? -1 : 1)) as readonly CalendarDay[],
} as const;
