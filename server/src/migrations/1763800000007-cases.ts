import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, optional, schemaBuilder } from '../platform/database/schema-builder.js';

/** Cases, and the counters that slow down guessing at receipt numbers. */
export class Cases1763800000007 implements MigrationInterface {
  readonly name = 'Cases1763800000007';

  async up(q: QueryRunner): Promise<void> {
    const { table, index } = schemaBuilder(q);
    const { key, id, big, int, text, str } = columns;
    await table('service_case', [
      key(),
      int('version'),
      str('status', 20),
      str('receiptNo', 16, optional),
      id('hallId'),
      id('ownerId'),
      id('matterId'),
      int('matterVersion'),
      id('appointmentId', optional),
      id('citizenId', optional),
      id('taxpayerId', optional),
      str('enterpriseName', 100, optional),
      str('uscc', 18, optional),
      text('taxpayerNameSealed', optional),
      text('applicantNameSealed', optional),
      text('applicantPhoneSealed', optional),
      str('applicantPhoneHash', 64, optional),
      text('documents'),
      int('limitWorkingDays', optional),
      big('targetMs', optional),
      big('consumedMs'),
      big('runningSince', optional),
      big('dueAt', optional),
      big('openedAt'),
      big('acceptedAt', optional),
      big('decidedAt', optional),
      big('closedAt', optional),
      big('correctionRequestedAt', optional),
      big('correctionAnsweredAt', optional),
      text('correctionRequestSealed', optional),
      text('correctionAnswerSealed', optional),
      text('outcomeSealed', optional),
    ]);
    await index('service_case', 'service_case_receipt', ['receiptNo'], true);
    await index('service_case', 'service_case_appointment', ['appointmentId'], true);
    await index('service_case', 'service_case_hall', ['hallId', 'openedAt', 'id']);
    await index('service_case', 'service_case_citizen', ['citizenId', 'openedAt', 'id']);
    await index('service_case', 'service_case_phone', ['applicantPhoneHash']);
    await table('look_up_allowance', [key('id', 64), int('used'), big('endsAt')]);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const name of ['look_up_allowance', 'service_case']) await q.dropTable(name);
  }
}
