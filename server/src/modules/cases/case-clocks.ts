import { Injectable } from '@nestjs/common';
import { AppError, CalendarRangeError } from '@yiyun/shared';
import { Halls } from '../halls/index.js';
import { pauseClock, resumeClock, type SlaClock, startClock, stopClock } from './domain/sla-clock.js';
import type { ServiceCaseRow } from './storage/case.entity.js';

/** The columns of a case's clock. */
type ClockChanges = { -readonly [K in keyof SlaClock]: SlaClock[K] };

/** Runs the clocks of cases by their hall's working calendar. */
@Injectable()
export class CaseClocks {
  constructor(private readonly halls: Halls) {}

  /** Refuses with `calendar.beyond` where the due date can't be known. */
  start(row: ServiceCaseRow, at: number): ClockChanges {
    return this.knowing(row, (calendar) => startClock(calendar, at, row.limitWorkingDays));
  }

  pause(row: ServiceCaseRow, at: number): ClockChanges {
    return this.knowing(row, (calendar) => pauseClock(calendar, clockOf(row), at));
  }

  /** Refuses with `calendar.beyond` where the due date can't be known. */
  resume(row: ServiceCaseRow, at: number): ClockChanges {
    return this.knowing(row, (calendar) => resumeClock(calendar, clockOf(row), at));
  }

  stop(row: ServiceCaseRow, at: number): ClockChanges {
    return this.knowing(row, (calendar) => stopClock(calendar, clockOf(row), at));
  }

  private knowing(row: ServiceCaseRow, run: (calendar: ReturnType<Halls['calendarOf']>) => SlaClock): ClockChanges {
    try {
      return run(this.halls.calendarOf(row.hallId));
    } catch (error) {
      if (!(error instanceof CalendarRangeError)) throw error;
      throw new AppError('calendar.beyond', { lastDay: error.coversUntil });
    }
  }
}

const clockOf = ({ targetMs, consumedMs, runningSince, dueAt }: ServiceCaseRow): SlaClock => ({
  targetMs,
  consumedMs,
  runningSince,
  dueAt,
});
