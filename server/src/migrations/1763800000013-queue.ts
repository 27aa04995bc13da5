import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columns, optional, schemaBuilder } from '../platform/database/schema-builder.js';

/** Tickets, windows by the minute, and the rules of calling. */
export class Queue1763800000013 implements MigrationInterface {
  readonly name = 'Queue1763800000013';

  async up(q: QueryRunner): Promise<void> {
    await this.tickets(q);
    await this.windows(q);
  }

  private async tickets(q: QueryRunner): Promise<void> {
    const { table, index } = schemaBuilder(q);
    const { key, id, big, int, day, text, str } = columns;
    await table('ticket', [
      key(),
      id('hallId'),
      day('onDay'),
      str('number', 8),
      str('source', 12),
      str('lane', 12),
      str('priorityReason', 10, optional),
      str('status', 10),
      int('version'),
      text('matterIds'),
      text('needs'),
      int('isComplex'),
      big('drawnAt'),
      big('waitsFrom'),
      big('dueAt'),
      big('boundAt'),
      big('firstCalledAt', optional),
      big('calledAt', optional),
      big('startedAt', optional),
      big('endedAt', optional),
      big('serviceMs', optional),
      int('interrupted'),
      id('windowId', optional),
      id('staffId', optional),
      id('windowKey', optional),
      id('reservedWindowId', optional),
      id('reservedStaffId', optional),
      id('appointmentId', optional),
      id('citizenId', optional),
      text('nameSealed', optional),
      text('phoneSealed', optional),
      str('phoneHash', 64, optional),
      str('publicToken', 24),
      int('recallCount'),
      int('missedCount'),
      text('reasonSealed', optional),
      text('transfers'),
      text('caseIds'),
    ]);
    await index('ticket', 'ticket_number', ['hallId', 'onDay', 'number'], true);
    await index('ticket', 'ticket_in_hand', ['windowKey'], true);
    await index('ticket', 'ticket_token', ['publicToken'], true);
    await index('ticket', 'ticket_appointment', ['appointmentId'], true);
    await index('ticket', 'ticket_of_day', ['hallId', 'onDay', 'status']);
    await index('ticket', 'ticket_of_citizen', ['citizenId', 'onDay']);
    await index('ticket', 'ticket_of_phone', ['phoneHash']);
    await index('ticket', 'ticket_served', ['hallId', 'endedAt']);
    await table('queue_counter', [key('id', 48), int('lastSerial')]);
    await table('ticket_watch', [
      key(),
      id('hallId'),
      day('onDay'),
      id('citizenId'),
      int('isOn'),
      big('toldAt', optional),
    ]);
    await index('ticket_watch', 'ticket_watch_of_day', ['hallId', 'onDay']);
    await table('paper_block', [
      key(),
      id('hallId'),
      day('onDay'),
      int('firstSerial'),
      int('size'),
      big('reservedAt'),
      id('staffId'),
    ]);
    await index('paper_block', 'paper_block_of_hall', ['hallId', 'firstSerial'], true);
  }

  private async windows(q: QueryRunner): Promise<void> {
    const { table, index } = schemaBuilder(q);
    const { key, id, big, int, day, text, str } = columns;
    await table('window_status', [
      key(),
      id('hallId'),
      int('version'),
      int('turns'),
      str('state', 10),
      str('reason', 50, optional),
      id('staffId', optional),
      id('staffKey', optional),
      big('sinceAt'),
      big('emergencyAt', optional),
    ]);
    await index('window_status', 'window_status_officer', ['staffKey'], true);
    await index('window_status', 'window_status_hall', ['hallId']);
    await table('window_session', [
      key(),
      id('windowId'),
      id('hallId'),
      day('onDay'),
      id('staffId'),
      str('state', 10),
      str('reason', 50, optional),
      int('isEmergency'),
      big('fromAt'),
      big('untilAt', optional),
    ]);
    await index('window_session', 'window_session_of_day', ['hallId', 'onDay']);
    await index('window_session', 'window_session_open', ['windowId', 'untilAt']);
    await table('past_roster', [key('id', 48), text('windows')]);
    await table('queue_policy', [key(), int('version'), big('changedAt'), text('rules')]);
    await table('queue_alert', [key('id', 48), big('raisedAt', optional)]);
  }

  async down(q: QueryRunner): Promise<void> {
    const windows = ['queue_alert', 'queue_policy', 'past_roster', 'window_session', 'window_status'];
    const tickets = ['paper_block', 'ticket_watch', 'queue_counter', 'ticket'];
    for (const name of [...windows, ...tickets]) await q.dropTable(name);
  }
}
