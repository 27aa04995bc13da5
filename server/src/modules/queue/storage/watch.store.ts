import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../platform/database/database.js';
import { ConcurrentWriteError, isDuplicate } from '../../../platform/database/database-errors.js';
import { list } from '../../../platform/database/sql.js';
import type { Command } from '../../records/index.js';
import type { TicketRow, TicketWatchRow } from './ticket.entities.js';

/** Who wants to be told when a ticket is near. */
@Injectable()
export class WatchStore {
  constructor(private readonly db: Database) {}

  /** The tickets among these for which somebody is to be told. */
  async wanted(
    ticketIds: readonly string[],
    within: Pick<Transaction, 'query'> = this.db.read,
  ): Promise<ReadonlySet<string>> {
    if (ticketIds.length === 0) return new Set();
    const rows = await within.query<{ id: string }[]>(
      `SELECT id FROM ticket_watch WHERE isOn = 1 AND id IN (${list(ticketIds.length)})`,
      [...ticketIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Of a hall's day, those who have not been told yet. */
  async untold(hallId: string, on: string): Promise<Pick<TicketWatchRow, 'id' | 'citizenId'>[]> {
    return this.db.read.query(
      'SELECT id, citizenId FROM ticket_watch WHERE hallId = ? AND onDay = ? AND isOn = 1 AND toldAt IS NULL',
      [hallId, on],
    );
  }

  async set(command: Command, { id, hallId, onDay }: TicketRow, citizenId: string, isOn: boolean): Promise<void> {
    const changed = await command.change('UPDATE ticket_watch SET isOn = ?, citizenId = ? WHERE id = ?', [
      isOn ? 1 : 0,
      citizenId,
      id,
    ]);
    if (changed === 1 || (await this.wantedRow(command, id))) return;
    try {
      await command.query(
        'INSERT INTO ticket_watch (id, hallId, onDay, citizenId, isOn, toldAt) VALUES (?, ?, ?, ?, ?, NULL)',
        [id, hallId, onDay, citizenId, isOn ? 1 : 0],
      );
    } catch (error) {
      throw isDuplicate(error) ? new ConcurrentWriteError('the wish was made twice at once') : error;
    }
  }

  /** True for the one who may tell it. */
  async tell(command: Command, id: string): Promise<boolean> {
    const changed = await command.change(
      'UPDATE ticket_watch SET toldAt = ? WHERE id = ? AND isOn = 1 AND toldAt IS NULL',
      [command.at, id],
    );
    return changed === 1;
  }

  /** MySQL counts a row that already was as wanted as unchanged. */
  private async wantedRow(command: Command, id: string): Promise<boolean> {
    const rows = await command.query<unknown[]>('SELECT id FROM ticket_watch WHERE id = ?', [id]);
    return rows.length > 0;
  }
}
