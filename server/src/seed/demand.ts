import {
  addDays,
  CalendarRangeError,
  daysBetween,
  filingDeadline,
  isWorkingDay,
  type LocalDate,
  type WorkingCalendar,
  weekdayOf,
  workingDaysBetween,
} from '@yiyun/shared';

/** How much more is asked for at the end of the period than at its beginning: the service becomes known. */
const GROWTH = 3;
const MONDAY = 1;
const FRIDAY = 5;

export interface Demand {
  on: LocalDate;
  visits: number;
}

/**
 * How many visits fall on each day from `fromOn` to `untilOn`; together exactly `total`, as long as there is a working
 * day. More on Mondays, before the end of a filing period, around long holidays and in the months of yearly returns.
 */
export function demandOf(calendar: WorkingCalendar, fromOn: LocalDate, untilOn: LocalDate, total: number): Demand[] {
  const length = daysBetween(fromOn, untilOn) + 1;
  const days = Array.from({ length }, (_, i) => {
    const on = addDays(fromOn, i);
    return { on, weight: weightOf(calendar, on) * (1 + ((GROWTH - 1) * i) / length) };
  });
  const whole = days.reduce((sum, { weight }) => sum + weight, 0);
  let passed = 0;
  return days.map(({ on, weight }) => {
    const before = Math.round((passed / whole) * total);
    passed += weight;
    return { on, visits: whole === 0 ? 0 : Math.round((passed / whole) * total) - before };
  });
}

function weightOf(calendar: WorkingCalendar, on: LocalDate): number {
  try {
    if (!isWorkingDay(calendar, on)) return 0;
    return byWeekday(on) * byFilingPeriod(calendar, on) * bySeason(on) * afterHoliday(calendar, on);
  } catch (error) {
    if (error instanceof CalendarRangeError) return 0;
    throw error;
  }
}

const byWeekday = (on: LocalDate): number => (weekdayOf(on) === MONDAY ? 1.3 : weekdayOf(on) === FRIDAY ? 0.85 : 1);

/** The last working days before the end of the month's filing period; a quarter's more than a month's. */
function byFilingPeriod(calendar: WorkingCalendar, on: LocalDate): number {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
  const deadline = filingDeadline(calendar, year, month);
  const left = on > deadline ? Infinity : workingDaysBetween(calendar, on, deadline);
  const ofQuarter = month % 3 === 1 ? 1.25 : 1;
  if (left <= 1) return 1.9 * ofQuarter;
  if (left <= 4) return 1.5 * ofQuarter;
  return left === Infinity ? 0.8 : 1;
}

/** The yearly income-tax returns: of persons until the end of June, of enterprises until the end of May. */
function bySeason(on: LocalDate): number {
  const month = Number(on.slice(5, 7));
  if (month === 5) return 1.35;
  return month >= 3 && month <= 6 ? 1.2 : 1;
}

/** The first day after three or more days off. */
function afterHoliday(calendar: WorkingCalendar, on: LocalDate): number {
  const off = [1, 2, 3].every((back) => !isWorkingDay(calendar, addDays(on, -back)));
  return off ? 1.3 : 1;
}
