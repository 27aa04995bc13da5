import { type IntervalView, parseHours, sayTimeOfDay } from '@yiyun/shared';

/** Roster times lie on the half-hours of the slots. */
export const STEP_MINUTES = 30;
const DAY_MINUTES = 1440;

/** As the contract writes hours: 08:30-12:00 13:30-17:00; a day off is an empty text. */
export const hoursText = (hours: readonly IntervalView[]): string =>
  hours.map(({ fromMinutes, toMinutes }) => `${sayTimeOfDay(fromMinutes)}-${sayTimeOfDay(toMinutes)}`).join(' ');

/** Hours as somebody types them, with what people use for the signs: 8:30—12：00，13：30~17:00. Undefined when unreadable. */
export function readHours(typed: string): IntervalView[] | undefined {
  const tidy = typed
    .replace(/[：]/g, ':')
    .replace(/\s*[-–—~～至到]\s*/g, '-')
    .replace(/[，,、;；\s]+/g, ' ')
    .trim()
    .replace(/\b(\d):/g, '0$1:');
  try {
    return parseHours(tidy);
  } catch {
    return undefined;
  }
}

/** A week as it is sent; undefined when a day of it can't be read. */
export function readWeek(week: readonly string[]): string[] | undefined {
  const read = week.map(readHours);
  return read.every((day) => day !== undefined) ? read.map(hoursText) : undefined;
}

/** Which part of a stretch is moved. */
export type Grip = 'from' | 'to' | 'whole';

const snap = (minutes: number) => Math.round(minutes / STEP_MINUTES) * STEP_MINUTES;

/** The hours with one stretch moved by so many minutes, to the half-hour; it stops at its neighbours and at the day's ends. */
export function moved(hours: readonly IntervalView[], index: number, grip: Grip, byMinutes: number): IntervalView[] {
  const at = hours[index];
  if (!at) return [...hours];
  const least = hours[index - 1]?.toMinutes ?? 0;
  const most = hours[index + 1]?.fromMinutes ?? DAY_MINUTES;
  const length = at.toMinutes - at.fromMinutes;
  const by = snap(byMinutes);
  const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
  const next = {
    from: () => ({ ...at, fromMinutes: clamp(at.fromMinutes + by, least, at.toMinutes - STEP_MINUTES) }),
    to: () => ({ ...at, toMinutes: clamp(at.toMinutes + by, at.fromMinutes + STEP_MINUTES, most) }),
    whole: () => {
      const fromMinutes = clamp(at.fromMinutes + by, least, most - length);
      return { fromMinutes, toMinutes: fromMinutes + length };
    },
  }[grip]();
  return hours.map((other, position) => (position === index ? next : other));
}

/** The part of the day that is drawn: from the earliest to the latest hour in use, never narrower than 08:00–18:00. */
export function scaleOf(days: readonly (readonly IntervalView[])[]): IntervalView {
  const all = days.flat();
  const from = Math.min(480, ...all.map(({ fromMinutes }) => fromMinutes));
  const to = Math.max(1080, ...all.map(({ toMinutes }) => toMinutes));
  return { fromMinutes: Math.floor(from / 60) * 60, toMinutes: Math.ceil(to / 60) * 60 };
}
