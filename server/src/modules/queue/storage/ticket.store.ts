import { Injectable } from '@nestjs/common';
import { AppError, nextState, type TicketAction, type TicketActor, ticketMoves } from '@yiyun/shared';
import { Database } from '../../../platform/database/database.js';
import { ConcurrentWriteError, isDuplicate } from '../../../platform/database/database-errors.js';
import { insertSql } from '../../../platform/database/sql.js';
import type { Command, Facts } from '../../records/index.js';
import type { TicketRow } from './ticket.entities.js';
import { factsOf, stored, TICKET_COLUMNS, type TicketChanges } from './ticket.rows.js';

/** One step of a ticket. */
export interface TicketMove {
  /** The interaction's kind; also the event's type. */
  kind: string;
  changes: TicketChanges;
  /** Further facts that are no columns. */
  facts?: Facts;
  /** Words of a person, sealed in the record. */
  personal?: Facts;
  /** Ids and codes for listeners. */
  data?: Record<string, string | number | boolean | null>;
}

/** Writes tickets: each step is one compare-and-set, one interaction, one event. */
@Injectable()
export class TicketStore {
  private readonly counters = new Set<string>();

  constructor(private readonly db: Database) {}

  /**
   * Makes sure that a counter exists. Outside the command that draws from it: many commands that find none and make one
   * would lock each other out.
   */
  async openCounter(id: string): Promise<void> {
    if (this.counters.has(id)) return;
    try {
      await this.db.change('INSERT INTO queue_counter (id, lastSerial) VALUES (?, 0)', [id]);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    this.counters.add(id);
  }

  /**
   * The last of `count` serials that nobody else has (Q4). The command's first statement: it waits here for others that
   * draw, and sees afterwards what they did.
   */
  async drawSerials(command: Command, counterId: string, count = 1): Promise<number> {
    const drawn = await command.change('UPDATE queue_counter SET lastSerial = lastSerial + ? WHERE id = ?', [
      count,
      counterId,
    ]);
    if (drawn !== 1) throw new Error(`the counter ${counterId} was not opened`);
    const [row] = await command.query<{ lastSerial: number | string }[]>(
      'SELECT lastSerial FROM queue_counter WHERE id = ?',
      [counterId],
    );
    return Number(row?.lastSerial);
  }

  async insert(command: Command, row: TicketRow, personal?: Facts): Promise<void> {
    try {
      await command.query(
        insertSql('ticket', TICKET_COLUMNS, 1),
        TICKET_COLUMNS.map((column) => stored(row[column])),
      );
    } catch (error) {
      throw isDuplicate(error) ? new ConcurrentWriteError('the ticket was drawn by somebody else') : error;
    }
    const { version: _version, ...content } = row;
    this.tell(command, row, { kind: 'TicketDrawn', changes: content, ...(personal && { personal }) }, true);
  }

  /** Refused as stale when somebody was quicker. */
  async move(command: Command, row: TicketRow, move: TicketMove): Promise<TicketRow> {
    const moved = await this.tryMove(command, row, move);
    if (!moved) throw new AppError('request.stale');
    return moved;
  }

  /** The same for what nobody named a version of: who lost the race tries again. */
  async moveAgain(command: Command, row: TicketRow, move: TicketMove): Promise<TicketRow> {
    const moved = await this.tryMove(command, row, move);
    if (!moved) throw new ConcurrentWriteError('the ticket was moved by somebody else');
    return moved;
  }

  /** Undefined when somebody was quicker. */
  async tryMove(command: Command, row: TicketRow, move: TicketMove): Promise<TicketRow | undefined> {
    const columns = Object.keys(move.changes) as (keyof TicketChanges)[];
    const next: TicketRow = { ...row, ...move.changes, version: row.version + 1 };
    if (!(await this.compareAndSet(command, row, columns, next))) return undefined;
    this.tell(command, next, move);
    return next;
  }

  /** Q1: changes the ticket only as it was seen; its window's key keeps the window from holding a second one. */
  async compareAndSet(
    command: Command,
    row: Pick<TicketRow, 'id' | 'version'>,
    columns: readonly (keyof TicketChanges)[],
    next: TicketRow,
  ): Promise<boolean> {
    const set = columns.map((column) => `${column} = ?, `).join('');
    try {
      const changed = await command.change(`UPDATE ticket SET ${set}version = ? WHERE id = ? AND version = ?`, [
        ...columns.map((column) => stored(next[column])),
        next.version,
        row.id,
        row.version,
      ]);
      return changed === 1;
    } catch (error) {
      throw isDuplicate(error) ? new ConcurrentWriteError('the window was given another ticket meanwhile') : error;
    }
  }

  private tell(command: Command, row: TicketRow, move: TicketMove, first = false): void {
    const { kind, changes, facts, personal, data } = move;
    command.record({
      streamId: `ticket:${row.id}`,
      kind,
      subjectKind: 'ticket',
      subjectId: row.id,
      partyId: row.citizenId,
      facts: { ...factsOf(changes), ...facts },
      ...(personal && { personal }),
      first,
    });
    command.emit({
      type: kind,
      hallId: row.hallId,
      subjectKind: 'ticket',
      subjectId: row.id,
      citizenId: row.citizenId,
      data: { number: row.number, windowId: row.windowId, ...data },
    });
  }
}

/** The state after an act, or the refusal that it is not open now. */
export function statusAfter(row: Pick<TicketRow, 'status'>, action: TicketAction, actor: TicketActor = 'officer') {
  const next = nextState(ticketMoves, row.status, actor, action);
  if (!next) throw new AppError('request.not_available');
  return next;
}

export const dayCounter = (hallId: string, on: string): string => `${hallId} ${on}`;
export const paperCounter = (hallId: string): string => `${hallId} paper`;
