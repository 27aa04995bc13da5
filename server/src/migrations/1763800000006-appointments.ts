import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, optional, schemaBuilder } from '../platform/database/schema-builder.js';

/** Slots and appointments. */
export class Appointments1763800000006 implements MigrationInterface {
  readonly name = 'Appointments1763800000006';

  async up(q: QueryRunner): Promise<void> {
    const { table, index } = schemaBuilder(q);
    const { key, id, big, int, day, text, str } = columns;
    await table('slot', [
      key(),
      id('hallId'),
      str('matterGroup', 10),
      day('onDay'),
      big('startsAt'),
      big('endsAt'),
      int('capacityTotal'),
      int('capacityPublic'),
      int('booked', { default: 0 }),
      str('closedReason', 200, optional),
    ]);
    await index('slot', 'slot_once', ['hallId', 'matterGroup', 'startsAt'], true);
    await index('slot', 'slot_of_day', ['hallId', 'matterGroup', 'onDay']);
    await table('appointment', [
      key(),
      str('referenceNo', 16),
      id('slotId'),
      text('slotIds'),
      id('hallId'),
      id('matterId'),
      text('matterIds'),
      id('citizenId'),
      id('taxpayerId'),
      str('enterpriseName', 100, optional),
      str('status', 12),
      int('version'),
      day('onDay'),
      big('startsAt'),
      big('endsAt'),
      str('activeKey', 48, optional),
      str('citizenKey', 48, optional),
      id('policyId'),
      text('noteSealed', optional),
      text('reasonSealed', optional),
      str('onSiteReason', 20, optional),
      str('cancelledBy', 10, optional),
      id('caseId', optional),
      big('bookedAt'),
      big('heldUntil', optional),
      big('escalatedAt', optional),
      str('offeredBy', 10, optional),
      id('rescheduledToId', optional),
      id('rescheduledFromId', optional),
    ]);
    await index('appointment', 'appointment_reference', ['referenceNo'], true);
    await index('appointment', 'appointment_active', ['activeKey'], true);
    await index('appointment', 'appointment_active_citizen', ['citizenKey'], true);
    await index('appointment', 'appointment_held', ['heldUntil']);
    await index('appointment', 'appointment_of_citizen', ['citizenId', 'startsAt', 'id']);
    await index('appointment', 'appointment_of_hall', ['hallId', 'onDay', 'startsAt', 'id']);
    await index('appointment', 'appointment_of_slot', ['slotId']);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.dropTable('appointment');
    await q.dropTable('slot');
  }
}
