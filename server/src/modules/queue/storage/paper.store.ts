import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../platform/database/database.js';
import type { Command } from '../../records/index.js';
import { PaperBlockRow, type TicketRow } from './ticket.entities.js';
import { fromRaw } from './ticket.rows.js';

/** Numbers set aside on paper, and what became of them. */
@Injectable()
export class PaperStore {
  constructor(private readonly db: Database) {}

  async insert(command: Command, block: PaperBlockRow): Promise<void> {
    await command.manager.insert(PaperBlockRow, block);
    const { id, ...facts } = block;
    command.record({
      streamId: `paper-block:${id}`,
      kind: 'PaperReserved',
      subjectKind: 'paperBlock',
      subjectId: id,
      facts: { id, ...facts },
      first: true,
    });
  }

  blocksSince(hallId: string, on: string, within: Pick<Transaction, 'manager'>): Promise<PaperBlockRow[]> {
    return within.manager
      .createQueryBuilder(PaperBlockRow, 'block')
      .where('block.hallId = :hallId AND block.onDay >= :on', { hallId, on })
      .orderBy('block.firstSerial')
      .getMany();
  }

  /** Paper tickets that were told, of days since `on`. */
  async toldSince(hallId: string, on: string, within: Pick<Transaction, 'query'> = this.db.read): Promise<TicketRow[]> {
    const rows = await within.query<TicketRow[]>(
      "SELECT * FROM ticket WHERE hallId = ? AND onDay >= ? AND source = 'paper'",
      [hallId, on],
    );
    return rows.map(fromRaw);
  }
}
