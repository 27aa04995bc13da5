import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, schemaBuilder } from '../platform/database/schema-builder.js';

/** Which reminders of appointments were sent. */
export class Reminders1763800000014 implements MigrationInterface {
  readonly name = 'Reminders1763800000014';

  async up(q: QueryRunner): Promise<void> {
    const { table } = schemaBuilder(q);
    const { key, big } = columns;
    await table('reminder', [key('appointmentId'), key('kind', 8), big('at')]);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('reminder');
  }
}
