import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, optional, schemaBuilder } from '../platform/database/schema-builder.js';

/** Events, jobs, the record and the answers to repeated requests. */
export class Records1763800000001 implements MigrationInterface {
  readonly name = 'Records1763800000001';

  async up(q: QueryRunner): Promise<void> {
    if (q.dataSource.options.type === 'mariadb') {
      // Ids and openids differ by case; every table made from here on compares byte by byte.
      await q.query('ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin');
    }
    const { table, index } = schemaBuilder(q);
    const { key, id, big, int, text, str } = columns;
    await table('outbox', [
      key(),
      str('type', 48),
      text('payload'),
      big('leaseUntil', { default: 0 }),
      str('leaseOwner', 26, { default: "''" }),
      int('attempts', { default: 0 }),
      big('doneAt', { default: 0 }),
    ]);
    await index('outbox', 'outbox_due', ['doneAt', 'leaseUntil', 'id']);
    await table('job', [
      key('name', 60),
      str('leaseOwner', 26, { default: "''" }),
      big('leaseUntil', { default: 0 }),
      big('lastDoneAt', { default: 0 }),
    ]);
    await table('interaction', [
      key(),
      str('streamId', 60),
      int('streamVersion'),
      big('at'),
      str('actorKind', 10),
      id('actorId', optional),
      id('partyId', optional),
      id('onBehalfOf', optional),
      str('terminal', 10),
      str('kind', 48),
      str('subjectKind', 20),
      str('subjectId', 40),
      text('payload'),
      str('personalHash', 64, optional),
      str('prevHash', 64),
      str('entryHash', 64),
    ]);
    await index('interaction', 'interaction_stream', ['streamId', 'streamVersion'], true);
    await index('interaction', 'interaction_party', ['partyId', 'id']);
    await table('interaction_personal', [key('interactionId'), str('salt', 32), text('sealed')]);
    await table('record_head', [key('streamId', 60), int('streamVersion'), str('entryHash', 64)]);
    await table('repeat_answer', [key('id', 64), str('requestHash', 64), big('at'), text('sealed')]);
    await index('repeat_answer', 'repeat_answer_age', ['at']);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['repeat_answer', 'record_head', 'interaction_personal', 'interaction', 'job', 'outbox'])
      await q.dropTable(name);
  }
}
