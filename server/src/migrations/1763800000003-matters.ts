import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, optional, schemaBuilder } from '../platform/database/schema-builder.js';

/** The catalogue of matters. */
export class Matters1763800000003 implements MigrationInterface {
  readonly name = 'Matters1763800000003';

  async up(q: QueryRunner): Promise<void> {
    const { table, index } = schemaBuilder(q);
    const { key, int, text, str } = columns;
    await table('matter', [
      key(),
      int('version'),
      int('position'),
      str('sourceCode', 40),
      str('name', 100),
      str('category', 20),
      str('kind', 20),
      text('description'),
      text('synonyms'),
      text('applicants'),
      text('documents'),
      int('statutoryWorkingDays', optional),
      int('promisedWorkingDays', optional),
      int('onSiteVisits'),
      int('courierDelivery'),
      str('matterGroup', 10),
      int('serviceMinutes'),
      str('confirmation', 10),
      int('counterAvailable'),
      int('onlineAvailable'),
      str('onlineHint', 300, optional),
      str('sampleNote', 300, optional),
    ]);
    await index('matter', 'matter_source', ['sourceCode'], true);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('matter');
  }
}
