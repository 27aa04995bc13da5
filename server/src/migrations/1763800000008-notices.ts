import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, optional, schemaBuilder } from '../platform/database/schema-builder.js';

/** Notices, and to whom each was addressed when it was published. */
export class Notices1763800000008 implements MigrationInterface {
  readonly name = 'Notices1763800000008';

  async up(q: QueryRunner): Promise<void> {
    const { table, index } = schemaBuilder(q);
    const { key, big, int, text, str } = columns;
    await table('notice', [
      key(),
      str('title', 80),
      str('category', 10),
      text('body'),
      str('audience', 12),
      str('status', 10),
      big('createdAt'),
      big('publishedAt', optional),
      big('completedAt', optional),
      int('recipientCount'),
      int('version'),
    ]);
    await index('notice', 'notice_shown', ['status', 'publishedAt', 'id']);
    await table('notice_recipient', [
      key('citizenId'),
      key('noticeId'),
      big('deliveredAt', optional),
      big('readAt', optional),
    ]);
    await index('notice_recipient', 'notice_recipient_counts', ['noticeId', 'deliveredAt', 'readAt']);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['notice_recipient', 'notice']) await q.dropTable(name);
  }
}
