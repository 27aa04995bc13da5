import {
  addWorkingTime,
  dueAtAfterWorkingDays,
  instantAt,
  type WorkingCalendar,
  workingTimeBetween,
} from '@yiyun/shared';

/**
 * The clock of a time limit, in milliseconds of the hall's working time.
 *
 * A limit of N working days is counted by day, as the guides promise it: the day of acceptance does not count, and the
 * whole N-th working day after it is still in time. The working time from acceptance to that moment is the clock's
 * target. From then on only working time counts: while the taxpayer must act the clock stands still, and after any
 * pauses the due date is the instant at which the clock will have run exactly its target (C3). So a pause of three
 * hours moves the due date by three working hours, not by a day.
 */
export interface SlaClock {
  /** Null where the matter has no time limit; the clock then never runs. */
  readonly targetMs: number | null;
  /** Working time used before `runningSince`. */
  readonly consumedMs: number;
  /** Null while the clock stands still. */
  readonly runningSince: number | null;
  /** Null while the clock stands still; kept when it is stopped for good. */
  readonly dueAt: number | null;
}

export const NO_CLOCK: SlaClock = { targetMs: null, consumedMs: 0, runningSince: null, dueAt: null };

/** The clock of a case accepted at `at`. Throws CalendarRangeError where the due date lies beyond the calendar. */
export function startClock(calendar: WorkingCalendar, at: number, limitWorkingDays: number | null): SlaClock {
  if (limitWorkingDays === null) return NO_CLOCK;
  const dueAt = dueAtAfterWorkingDays(calendar, at, limitWorkingDays);
  return { targetMs: workingTimeBetween(calendar, at, dueAt), consumedMs: 0, runningSince: at, dueAt };
}

export function pauseClock(calendar: WorkingCalendar, clock: SlaClock, at: number): SlaClock {
  if (clock.runningSince === null) return clock;
  const consumedMs = clock.consumedMs + knownWorkingTime(calendar, clock.runningSince, at);
  return { ...clock, consumedMs, runningSince: null, dueAt: null };
}

/** Runs on from `at`. Throws CalendarRangeError where the due date lies beyond the calendar. */
export function resumeClock(calendar: WorkingCalendar, clock: SlaClock, at: number): SlaClock {
  if (clock.targetMs === null || clock.runningSince !== null) return clock;
  return { ...clock, runningSince: at, dueAt: addWorkingTime(calendar, at, clock.targetMs - clock.consumedMs) };
}

/** Stops for good; the due date stays, to tell whether it was kept. */
export function stopClock(calendar: WorkingCalendar, clock: SlaClock, at: number): SlaClock {
  return { ...pauseClock(calendar, clock, at), dueAt: clock.dueAt };
}

/** Working time as far as the calendar reaches: a case can be paused and closed although nobody loaded the next year. */
function knownWorkingTime(calendar: WorkingCalendar, from: number, until: number): number {
  const end = instantAt(calendar.coversUntil, 24 * 60);
  return workingTimeBetween(calendar, Math.min(from, end), Math.min(until, end));
}
