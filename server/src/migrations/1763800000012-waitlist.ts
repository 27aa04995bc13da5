import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, optional, schemaBuilder } from '../platform/database/schema-builder.js';

/** Who waits for a place that somebody gives back. */
export class Waitlist1763800000012 implements MigrationInterface {
  readonly name = 'Waitlist1763800000012';

  async up(q: QueryRunner): Promise<void> {
    const { table, index } = schemaBuilder(q);
    const { key, id, big, int, day, str } = columns;
    await table('waitlist_entry', [
      key(),
      int('version'),
      str('status', 10),
      id('hallId'),
      str('matterGroup', 10),
      id('matterId'),
      id('citizenId'),
      id('taxpayerId'),
      str('scope', 10),
      day('onDay'),
      big('fromAt'),
      big('untilAt'),
      big('joinedAt'),
      str('activeKey', 100, optional),
      id('appointmentId', optional),
    ]);
    await index('waitlist_entry', 'waitlist_active', ['activeKey'], true);
    await index('waitlist_entry', 'waitlist_in_order', ['hallId', 'matterGroup', 'status', 'joinedAt', 'id']);
    await index('waitlist_entry', 'waitlist_of_citizen', ['citizenId', 'id']);
    await index('waitlist_entry', 'waitlist_of_appointment', ['appointmentId']);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('waitlist_entry');
  }
}
