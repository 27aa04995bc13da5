import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, optional, schemaBuilder } from '../platform/database/schema-builder.js';

/** What was asked, and the clusters in which it is counted. */
export class Insights1763800000010 implements MigrationInterface {
  readonly name = 'Insights1763800000010';

  async up(q: QueryRunner): Promise<void> {
    const { table, index } = schemaBuilder(q);
    const { key, id, big, int, text, str } = columns;
    await table('question_entry', [
      key(),
      str('kind', 8),
      text('text'),
      str('textKey', 64),
      id('clusterId', optional),
      big('at'),
      str('week', 8),
      str('referenceNo', 16, optional),
      int('answered'),
      int('resultCount', optional),
    ]);
    await index('question_entry', 'question_entry_period', ['at', 'clusterId', 'kind', 'answered']);
    await index('question_entry', 'question_entry_cluster', ['clusterId', 'at', 'id']);
    await index('question_entry', 'question_entry_wording', ['textKey']);
    await table('question_cluster', [key(), str('name', 60), id('mergedIntoId', optional), big('createdAt')]);
    await index('question_cluster', 'question_cluster_merged', ['mergedIntoId']);
    await table('question_cluster_member', [key('textKey', 64), id('clusterId'), text('wording')]);
    await index('question_cluster_member', 'question_cluster_wordings', ['clusterId']);
    await table('clustering_state', [
      key('id', 20),
      int('version'),
      big('questionsAt'),
      id('questionsId'),
      big('searchesAt'),
      id('searchesId'),
      big('computedAt'),
    ]);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['clustering_state', 'question_cluster_member', 'question_cluster', 'question_entry'])
      await q.dropTable(name);
  }
}
