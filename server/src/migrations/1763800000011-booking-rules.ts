import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, optional, schemaBuilder } from '../platform/database/schema-builder.js';

/** The rules of booking by version, and what counts against somebody by them. */
export class BookingRules1763800000011 implements MigrationInterface {
  readonly name = 'BookingRules1763800000011';

  async up(q: QueryRunner): Promise<void> {
    const { table, index } = schemaBuilder(q);
    const { key, id, big, int, day, text, str } = columns;
    await table('booking_policy', [
      key(),
      int('version'),
      str('status', 10),
      str('title', 60),
      str('source', 200),
      day('effectiveFromOn'),
      big('createdAt'),
      big('publishedAt', optional),
      text('rules'),
    ]);
    await table('strike', [
      key(),
      int('version'),
      str('kind', 10),
      id('hallId'),
      id('citizenId'),
      id('taxpayerId'),
      id('policyId'),
      big('at'),
      str('appealStatus', 10, optional),
      big('appealedAt', optional),
      text('statementSealed', optional),
      big('decidedAt', optional),
      text('replySealed', optional),
    ]);
    await index('strike', 'strike_of_taxpayer', ['taxpayerId', 'at']);
    await index('strike', 'strike_of_citizen', ['citizenId', 'at']);
    await index('strike', 'strike_appealed', ['appealStatus', 'appealedAt', 'id']);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('strike');
    await q.dropTable('booking_policy');
  }
}
