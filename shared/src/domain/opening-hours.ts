import { sayTimeOfDay } from './say-time.js';

/** A stretch of one day in minutes since midnight, from (inclusive) to (exclusive); 0 ≤ from < to ≤ 1440. */
export interface Interval {
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/** The hours of one day: in order, not overlapping, none when closed. */
export type DayHours = readonly Interval[];

/** Seven days, Monday first. */
export type WeeklyHours = readonly DayHours[];

/** Reads '08:30-12:00 14:00-17:30'; an empty text is a closed day. Throws RangeError when it is not such a text. */
export function parseHours(text: string): Interval[] {
  const hours = text.split(/\s+/).filter(Boolean).map(parseInterval);
  if (!areHours(hours)) throw new RangeError(`Hours out of order: "${text}"`);
  return hours;
}

/** True when the intervals lie within a day, in order, without overlapping. */
export function areHours(hours: DayHours): boolean {
  let previousEnd = 0;
  return hours.every(({ fromMinutes, toMinutes }) => {
    const fits = Number.isInteger(fromMinutes) && Number.isInteger(toMinutes);
    const inOrder = fromMinutes >= previousEnd && fromMinutes < toMinutes && toMinutes <= 1440;
    previousEnd = toMinutes;
    return fits && inOrder;
  });
}

/** Monday to Friday alike, the weekend closed. */
export function weekdayHours(hours: DayHours): WeeklyHours {
  return [hours, hours, hours, hours, hours, [], []];
}

/** The hours of a day as people read them: 08:30–12:00、14:00–17:30, or 不开放. */
export function sayHours(hours: DayHours): string {
  if (hours.length === 0) return '不开放';
  return hours.map((i) => `${sayTimeOfDay(i.fromMinutes)}–${sayTimeOfDay(i.toMinutes)}`).join('、');
}

function parseInterval(text: string): Interval {
  const match = /^(\d{2}):([0-5]\d)-(\d{2}):([0-5]\d)$/.exec(text);
  if (!match) throw new RangeError(`Not opening hours: "${text}"`);
  const [, fromHour, fromMinute, toHour, toMinute] = match.map(Number) as [number, number, number, number, number];
  return { fromMinutes: fromHour * 60 + fromMinute, toMinutes: toHour * 60 + toMinute };
}
