import type { CalendarView, LocalDate } from '@yiyun/shared';
import { daysLeft, type NationalCalendar, needsImport } from '../domain/national-calendar.js';

/** The calendar as it stands on `today`, with the holidays and make-up days of one year. */
export function calendarViewOf(national: NationalCalendar, year: number, today: LocalDate): CalendarView {
  return {
    version: String(national.version),
    coversFromOn: national.coversFromOn,
    coversUntilOn: national.coversUntilOn,
    daysLeft: Math.max(0, daysLeft(national, today)),
    warning: needsImport(national, today),
    days: national.days.filter((day) => day.on.startsWith(`${year}-`)).map((day) => ({ ...day })),
    source: national.sources.join('；'),
  };
}
