import { addDays, type LocalDate, type Weekday } from './local-date.js';
import type { WorkingCalendar } from './working-calendar.js';

/**
 * Public holidays and make-up days of mainland China as announced by the General Office of the State Council.
 * Source: npm chinese-days 1.5.7 (MIT licence), cross-checked with lunar-typescript 1.8.6 (MIT licence).
 */
const HOLIDAYS: readonly (readonly [name: string, from: LocalDate, until: LocalDate])[] = [
  ['元旦', '2024-01-01', '2024-01-01'],
  ['春节', '2024-02-10', '2024-02-17'],
  ['清明节', '2024-04-04', '2024-04-06'],
  ['劳动节', '2024-05-01', '2024-05-05'],
  ['端午节', '2024-06-10', '2024-06-10'],
  ['中秋节', '2024-09-15', '2024-09-17'],
  ['国庆节', '2024-10-01', '2024-10-07'],
  ['元旦', '2025-01-01', '2025-01-01'],
  ['春节', '2025-01-28', '2025-02-04'],
  ['清明节', '2025-04-04', '2025-04-06'],
  ['劳动节', '2025-05-01', '2025-05-05'],
  ['端午节', '2025-05-31', '2025-06-02'],
  ['国庆节', '2025-10-01', '2025-10-05'],
  ['中秋节', '2025-10-06', '2025-10-06'],
  ['国庆节', '2025-10-07', '2025-10-08'],
  ['元旦', '2026-01-01', '2026-01-03'],
  ['春节', '2026-02-15', '2026-02-23'],
  ['清明节', '2026-04-04', '2026-04-06'],
  ['劳动节', '2026-05-01', '2026-05-05'],
  ['端午节', '2026-06-19', '2026-06-21'],
  ['中秋节', '2026-09-25', '2026-09-27'],
  ['国庆节', '2026-10-01', '2026-10-07'],
];

const MAKEUP_DAYS: readonly LocalDate[] = [
  '2024-02-04',
  '2024-02-18',
  '2024-04-07',
  '2024-04-28',
  '2024-05-11',
  '2024-09-14',
  '2024-09-29',
  '2024-10-12',
  '2025-01-26',
  '2025-02-08',
  '2025-04-27',
  '2025-09-28',
  '2025-10-11',
  '2026-01-04',
  '2026-02-14',
  '2026-02-28',
  '2026-05-09',
  '2026-09-20',
  '2026-10-10',
];

/** The announcements name no weekday that a make-up day stands for; it is given Monday's hours. */
const MAKEUP_WEEKDAY: Weekday = 1;

/** The years that the built-in data covers, and with them every calendar made from it. */
export const CHINA_HOLIDAYS_FROM: LocalDate = '2024-01-01';
export const CHINA_HOLIDAYS_UNTIL: LocalDate = '2026-12-31';

/** Public holidays, date → name, and make-up days, date → the weekday whose hours they have. */
export const CHINA_HOLIDAYS: Readonly<Record<LocalDate, string>> = Object.fromEntries(
  HOLIDAYS.flatMap(([name, from, until]) => datesOf(from, until).map((date) => [date, name])),
);
export const CHINA_MAKEUP_DAYS: Readonly<Record<LocalDate, Weekday>> = Object.fromEntries(
  MAKEUP_DAYS.map((date) => [date, MAKEUP_WEEKDAY]),
);

/** The working calendar of an office with these weekly hours for 2024 to 2026, and special hours if it has any. */
export function chinaCalendar(
  office: Pick<WorkingCalendar, 'version' | 'weekly'> & Partial<Pick<WorkingCalendar, 'specialHours'>>,
): WorkingCalendar {
  return {
    version: office.version,
    weekly: office.weekly,
    holidays: CHINA_HOLIDAYS,
    makeupDays: CHINA_MAKEUP_DAYS,
    specialHours: office.specialHours ?? {},
    coversFrom: CHINA_HOLIDAYS_FROM,
    coversUntil: CHINA_HOLIDAYS_UNTIL,
  };
}

function datesOf(from: LocalDate, until: LocalDate): LocalDate[] {
  return from > until ? [] : [from, ...datesOf(addDays(from, 1), until)];
}
