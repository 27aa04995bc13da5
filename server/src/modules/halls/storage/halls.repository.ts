import type { EntityManager } from 'typeorm';
import type { Hall } from '../domain/hall.js';
import type { NationalCalendar } from '../domain/national-calendar.js';
import { CalendarDayRow, CalendarVersionRow } from './calendar.entity.js';
import { HallRow, RosterExceptionRow, ServiceWindowRow, SpecialDayRow } from './hall.entity.js';

/** Every hall with its windows and their rosters, in the order in which they are shown. */
export async function readHalls(manager: EntityManager): Promise<Hall[]> {
  const rows = await manager.find(HallRow, { order: { position: 'ASC', id: 'ASC' } });
  const windows = await manager.find(ServiceWindowRow, { order: { hallId: 'ASC', position: 'ASC' } });
  const specialDays = await manager.find(SpecialDayRow, { order: { on: 'ASC' } });
  const rosterExceptions = await manager.find(RosterExceptionRow, { order: { on: 'ASC' } });
  return rows.map((row) => {
    const here = ({ hallId }: { hallId: string }) => hallId === row.id;
    return {
      ...row,
      windows: windows.filter(here),
      specialDays: specialDays.filter(here),
      rosterExceptions: rosterExceptions.filter(here),
    };
  });
}

/** All loaded years as one calendar; the first loading is made when the program starts. */
export async function readNationalCalendar(manager: EntityManager): Promise<NationalCalendar> {
  const versions = await manager.find(CalendarVersionRow, { order: { version: 'ASC' } });
  const [first, last] = [versions[0], versions.at(-1)];
  if (!first || !last) throw new Error('no working calendar is loaded');
  const days = await manager.find(CalendarDayRow, { order: { on: 'ASC' } });
  return {
    version: last.version,
    coversFromOn: first.coversFromOn,
    coversUntilOn: last.coversUntilOn,
    sources: versions.map((version) => version.source),
    days: days.map(({ on, off, name }) => ({ on, off, name })),
  };
}
