import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, optional, schemaBuilder } from '../platform/database/schema-builder.js';

/** Halls with their windows, rosters and special days, and the working calendar. */
export class Halls1763800000004 implements MigrationInterface {
  readonly name = 'Halls1763800000004';

  async up(q: QueryRunner): Promise<void> {
    const { table, index } = schemaBuilder(q);
    const { key, id, big, int, day, text, str } = columns;
    await table('hall', [
      key(),
      int('version'),
      int('position'),
      str('name', 100),
      str('address', 200),
      str('telephone', 20),
      int('latitudeE6'),
      int('longitudeE6'),
      text('weekly'),
      str('guide', 500),
      id('dutyLeaderId', optional),
      str('sampleNote', 300, optional),
    ]);
    await table('service_window', [
      key(),
      id('hallId'),
      int('position'),
      str('label', 40),
      text('skills'),
      int('servesComplex'),
      text('roster'),
      int('bookablePercent'),
      int('active'),
    ]);
    await index('service_window', 'service_window_hall', ['hallId', 'position'], true);
    await table('hall_special_day', [
      key('hallId'),
      key('dayOn', 10),
      str('kind', 14),
      text('hours'),
      str('reason', 100),
    ]);
    await table('roster_exception', [key('windowId'), key('dayOn', 10), id('hallId'), text('hours')]);
    await index('roster_exception', 'roster_exception_hall', ['hallId', 'dayOn']);
    await table('calendar_version', [
      { ...int('version'), isPrimary: true },
      day('coversFromOn'),
      day('coversUntilOn'),
      str('source', 200),
      big('importedAt'),
    ]);
    await table('calendar_day', [key('dayOn', 10), int('off'), str('name', 40), int('calendarVersion')]);
  }

  async down(q: QueryRunner): Promise<void> {
    const tables = [
      'calendar_day',
      'calendar_version',
      'roster_exception',
      'hall_special_day',
      'service_window',
      'hall',
    ];
    for (const name of tables) await q.dropTable(name);
  }
}
