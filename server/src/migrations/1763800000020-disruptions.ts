import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, optional, schemaBuilder } from '../platform/database/schema-builder.js';

/** Closures, who is affected by each, and the calls made to them. */
export class Disruptions1763800000020 implements MigrationInterface {
  readonly name = 'Disruptions1763800000020';

  async up(q: QueryRunner): Promise<void> {
    const { table, index } = schemaBuilder(q);
    const { key, id, big, int, text, str } = columns;
    await table('disruption', [
      key(),
      int('version'),
      id('hallId'),
      str('scope', 8),
      str('matterGroup', 10, optional),
      big('fromAt'),
      big('untilAt'),
      str('reason', 200),
      big('createdAt'),
      id('createdById'),
    ]);
    await index('disruption', 'disruption_until', ['untilAt']);
    await table('affected_party', [
      key(),
      int('version'),
      id('disruptionId'),
      id('hallId'),
      id('appointmentId'),
      id('citizenId'),
      str('status', 12),
      text('alternativeIds'),
      id('chosenAppointmentId', optional),
      big('callAt', optional),
      id('callerId', optional),
      big('readAt', optional),
    ]);
    await index('affected_party', 'affected_party_once', ['appointmentId'], true);
    await index('affected_party', 'affected_party_progress', ['disruptionId', 'status', 'id']);
    await index('affected_party', 'affected_party_calls', ['hallId', 'status', 'id']);
    await index('affected_party', 'affected_party_due', ['status', 'callAt']);
    await index('affected_party', 'affected_party_citizen', ['citizenId', 'id']);
    await table('call_attempt', [
      key(),
      id('affectedPartyId'),
      big('at'),
      id('staffId'),
      str('result', 12),
      text('noteSealed', optional),
    ]);
    await index('call_attempt', 'call_attempt_of_party', ['affectedPartyId', 'id']);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['call_attempt', 'affected_party', 'disruption']) await q.dropTable(name);
  }
}
