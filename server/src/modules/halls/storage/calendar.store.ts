import { addDays } from '@yiyun/shared';
import { ConcurrentWriteError, isDuplicate } from '../../../platform/database/database-errors.js';
import type { Command } from '../../records/index.js';
import { calendarTextOf } from '../domain/calendar-text.js';
import { builtInCalendar, type CalendarDay } from '../domain/national-calendar.js';
import { CalendarDayRow, CalendarVersionRow } from './calendar.entity.js';

/** The stream of the calendar's record; its versions are the calendar's. */
export const CALENDAR_STREAM = 'calendar:china';

/** The newest loading as the transaction sees it. */
export async function lastVersion(command: Command): Promise<CalendarVersionRow | undefined> {
  return (await command.manager.find(CalendarVersionRow, { order: { version: 'DESC' }, take: 1 }))[0];
}

/** Adds a loading with its days. Somebody else's at the same moment makes the command run again. */
export async function addVersion(
  command: Command,
  row: Omit<CalendarVersionRow, 'importedAt'>,
  days: readonly CalendarDay[],
): Promise<void> {
  try {
    await command.manager.insert(CalendarVersionRow, { ...row, importedAt: command.at });
    await command.manager.insert(
      CalendarDayRow,
      days.map((day) => ({ ...day, calendarVersion: row.version })),
    );
  } catch (error) {
    throw isDuplicate(error) ? new ConcurrentWriteError('the calendar is being extended by somebody else') : error;
  }
  command.record({
    streamId: CALENDAR_STREAM,
    kind: 'CalendarImported',
    subjectKind: 'calendar',
    subjectId: 'china',
    facts: { ...row, importedAt: command.at, days: calendarTextOf(days) },
    first: row.version === 1,
  });
}

/** Loads the years that come with the program, as far as they reach beyond what is there. */
export async function addBuiltIn(command: Command): Promise<void> {
  const last = await lastVersion(command);
  const { coversUntilOn, source } = builtInCalendar;
  if (last && last.coversUntilOn >= coversUntilOn) return;
  const coversFromOn = last ? addDays(last.coversUntilOn, 1) : builtInCalendar.coversFromOn;
  const days = builtInCalendar.days.filter((day) => day.on >= coversFromOn);
  await addVersion(command, { version: (last?.version ?? 0) + 1, coversFromOn, coversUntilOn, source }, days);
}
