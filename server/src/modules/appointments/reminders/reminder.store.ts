import { Injectable } from '@nestjs/common';
import { addDays, type LocalDate, localDateOf, MINUTE_MS } from '@yiyun/shared';
import type { Transaction } from '../../../platform/database/database.js';
import { ConcurrentWriteError, isDuplicate } from '../../../platform/database/database-errors.js';
import { insertSql, list } from '../../../platform/database/sql.js';
import { Halls } from '../../halls/index.js';
import type { Command } from '../../records/index.js';
import { type ReminderKind, reminderTimes, SOON_MINUTES } from '../domain/reminders.js';

/** An appointment of which somebody is to be reminded. */
export interface ToRemind {
  id: string;
  citizenId: string;
  taxpayerId: string;
  hallId: string;
  startsAt: number;
}
const SOON_MS = SOON_MINUTES * MINUTE_MS;
const COLUMNS = ['appointmentId', 'kind', 'at'] as const;

@Injectable()
export class ReminderStore {
  constructor(private readonly halls: Halls) {}

  /** Appointments whose reminder is due and not sent, as many as `limit` at most; of today and tomorrow, as any is. */
  async due(tx: Pick<Transaction, 'query'>, kind: ReminderKind, now: number, limit: number): Promise<ToRemind[]> {
    const today = localDateOf(now);
    const found: ToRemind[] = [];
    for (const on of [today, addDays(today, 1)]) {
      if (found.length < limit) found.push(...(await this.dueOn(tx, kind, on, now, limit - found.length)));
    }
    return found;
  }

  /** Throws when another instance has just sent one of them: then all is undone and looked at anew. */
  async insert(command: Command, kind: ReminderKind, appointments: readonly ToRemind[]): Promise<void> {
    const values = appointments.flatMap(({ id }) => [id, kind, command.at]);
    try {
      await command.query(insertSql('reminder', COLUMNS, appointments.length), values);
    } catch (error) {
      throw isDuplicate(error) ? new ConcurrentWriteError('a reminder was sent by somebody else') : error;
    }
  }

  private async dueOn(
    tx: Pick<Transaction, 'query'>,
    kind: ReminderKind,
    on: LocalDate,
    now: number,
    limit: number,
  ): Promise<ToRemind[]> {
    const halls = this.halls.all().map(({ id }) => id);
    const { dueAt } = reminderTimes('evening', { onDay: on, startsAt: 0 });
    if (halls.length === 0 || (kind === 'evening' && dueAt > now)) return [];
    const [when, bounds] =
      kind === 'evening'
        ? ['startsAt > ? AND bookedAt <= ?', [now + SOON_MS, dueAt]]
        : [`startsAt > ? AND startsAt <= ? AND bookedAt <= startsAt - ${SOON_MS}`, [now, now + SOON_MS]];
    const rows = await tx.query<ToRemind[]>(
      `SELECT id, citizenId, taxpayerId, hallId, startsAt FROM appointment
       WHERE hallId IN (${list(halls.length)}) AND onDay = ? AND status IN ('pending','confirmed') AND ${when}
       AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.appointmentId = appointment.id AND r.kind = ?)
       ORDER BY startsAt, id LIMIT ${limit}`,
      [...halls, on, ...bounds, kind],
    );
    return rows.map((row) => ({ ...row, startsAt: Number(row.startsAt) }));
  }
}
