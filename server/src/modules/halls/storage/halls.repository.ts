import type { EntityManager } from 'typeorm';
import type { Hall } from '../domain/hall.js';
import type { NationalCalendar } from '../domain/national-calendar.js';
import { CalendarDayRow, CalendarVersionRow } from './calendar.entity.js';
import { HallRow, ServiceWindowRow } from './hall.entity.js';

/** Every hall with its windows, in the order in which they are shown. */
export async function readHalls(manager: EntityManager): Promise<Hall[]> {
  const rows = await manager.find(HallRow, { order: { position: 'ASC', id: 'ASC' } });
  const windows = await manager.find(ServiceWindowRow, { order: { hallId: 'ASC', position: 'ASC' } });
  return rows.map((row) => ({ ...row, windows: windows.filter((window) => window.hallId === row.id) }));
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
