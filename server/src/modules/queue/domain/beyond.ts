import { CalendarRangeError } from '@yiyun/shared';

/** What the calendar answers; past its loaded years, where nothing is known, what stands for that. */
export function beyond<T>(ask: () => T, unknown: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CalendarRangeError) return unknown();
    throw error;
  }
}
