import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, optional, schemaBuilder } from '../platform/database/schema-builder.js';

/** The citizens' inboxes. */
export class Messaging1763800000005 implements MigrationInterface {
  readonly name = 'Messaging1763800000005';

  async up(q: QueryRunner): Promise<void> {
    const { table, index } = schemaBuilder(q);
    const { key, id, big, text, str } = columns;
    await table('message', [
      key(),
      id('citizenId'),
      id('eventId'),
      str('kind', 48),
      text('title'),
      text('body'),
      str('subjectKind', 20),
      id('subjectId', optional),
      big('sentAt'),
      big('deliveredAt', optional),
      big('readAt', optional),
    ]);
    await index('message', 'message_event', ['eventId', 'citizenId'], true);
    await index('message', 'message_inbox', ['citizenId', 'id']);
    await index('message', 'message_unread', ['citizenId', 'readAt']);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('message');
  }
}
