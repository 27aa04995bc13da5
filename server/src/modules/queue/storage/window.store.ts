import { Injectable } from '@nestjs/common';
import { AppError, localDateOf, type WindowState } from '@yiyun/shared';
import { Database, type Transaction } from '../../../platform/database/database.js';
import { ConcurrentWriteError, isDuplicate } from '../../../platform/database/database-errors.js';
import { insertSql } from '../../../platform/database/sql.js';
import { newId } from '../../../platform/ids.js';
import type { Command } from '../../records/index.js';
import type { WindowSessionRow, WindowStatusRow } from './window.entities.js';

type Within = Pick<Transaction, 'query'>;
const STATUS = [
  'id',
  'hallId',
  'version',
  'turns',
  'state',
  'reason',
  'staffId',
  'staffKey',
  'sinceAt',
  'emergencyAt',
] as const satisfies readonly (keyof WindowStatusRow)[];
const SESSION = [
  'id',
  'windowId',
  'hallId',
  'onDay',
  'staffId',
  'state',
  'reason',
  'isEmergency',
  'fromAt',
  'untilAt',
] as const satisfies readonly (keyof WindowSessionRow)[];

/** How a window shall stand. */
export interface WindowMove {
  kind: string;
  state: WindowState;
  reason: string | null;
  staffId: string;
  isEmergency?: boolean;
}

const fromRaw = (row: WindowStatusRow): WindowStatusRow => ({
  ...row,
  version: Number(row.version),
  turns: Number(row.turns),
  sinceAt: Number(row.sinceAt),
  emergencyAt: row.emergencyAt === null ? null : Number(row.emergencyAt),
});

/** Windows as they stand, and by the minute as they stood. */
@Injectable()
export class WindowStore {
  constructor(private readonly db: Database) {}

  async find(id: string, within: Within = this.db.read): Promise<WindowStatusRow | undefined> {
    const [row] = await within.query<WindowStatusRow[]>('SELECT * FROM window_status WHERE id = ?', [id]);
    return row && fromRaw(row);
  }

  async ofHall(hallId: string, within: Within = this.db.read): Promise<WindowStatusRow[]> {
    const rows = await within.query<WindowStatusRow[]>('SELECT * FROM window_status WHERE hallId = ?', [hallId]);
    return rows.map(fromRaw);
  }

  /** Where an officer sits now. */
  async ofOfficer(staffId: string, within: Within = this.db.read): Promise<WindowStatusRow | undefined> {
    const [row] = await within.query<WindowStatusRow[]>('SELECT * FROM window_status WHERE staffKey = ?', [staffId]);
    return row && fromRaw(row);
  }

  async sessions(hallId: string, on: string): Promise<WindowSessionRow[]> {
    const rows = await this.db.read.query<WindowSessionRow[]>(
      'SELECT * FROM window_session WHERE hallId = ? AND onDay = ? ORDER BY fromAt, id',
      [hallId, on],
    );
    return rows.map((row) => ({
      ...row,
      isEmergency: Number(row.isEmergency) === 1,
      fromAt: Number(row.fromAt),
      untilAt: row.untilAt === null ? null : Number(row.untilAt),
    }));
  }

  /**
   * Takes the window for one call: true when it stands as it was seen. The command's first statement, so that a closing
   * at the same time has either happened or will find the ticket in hand.
   */
  async takeTurn(command: Command, seen: WindowStatusRow): Promise<boolean> {
    const changed = await command.change(
      'UPDATE window_status SET turns = turns + 1 WHERE id = ? AND version = ? AND turns = ?',
      [seen.id, seen.version, seen.turns],
    );
    return changed === 1;
  }

  /** Moves a window from how it was seen; undefined: it was never opened. Refused as a race by ConcurrentWriteError. */
  async move(
    command: Command,
    windowId: string,
    hallId: string,
    seen: WindowStatusRow | undefined,
    move: WindowMove,
  ): Promise<WindowStatusRow> {
    const isOpenKind = move.state !== 'closed';
    const next: WindowStatusRow = {
      id: windowId,
      hallId,
      version: (seen?.version ?? 0) + 1,
      turns: (seen?.turns ?? 0) + 1,
      state: move.state,
      reason: move.reason,
      staffId: move.staffId,
      staffKey: isOpenKind ? move.staffId : null,
      sinceAt: command.at,
      emergencyAt: isOpenKind ? (move.isEmergency ? command.at : (seen?.emergencyAt ?? null)) : null,
    };
    await this.save(command, seen, next);
    await command.change('UPDATE window_session SET untilAt = ? WHERE windowId = ? AND untilAt IS NULL', [
      command.at,
      windowId,
    ]);
    if (isOpenKind) await this.beginSession(command, next);
    this.tell(command, next, move.kind);
    return next;
  }

  private async save(command: Command, seen: WindowStatusRow | undefined, next: WindowStatusRow): Promise<void> {
    try {
      if (!seen) {
        await command.query(
          insertSql('window_status', STATUS, 1),
          STATUS.map((column) => next[column]),
        );
        return;
      }
      const columns = STATUS.filter((column) => column !== 'id' && column !== 'hallId');
      const changed = await command.change(
        `UPDATE window_status SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ? AND version = ? AND turns = ?`,
        [...columns.map((column) => next[column]), seen.id, seen.version, seen.turns],
      );
      if (changed !== 1) throw new ConcurrentWriteError('the window was used by somebody else meanwhile');
    } catch (error) {
      throw isDuplicate(error) ? new ConcurrentWriteError('somebody else sat down first') : error;
    }
  }

  private async beginSession(command: Command, status: WindowStatusRow): Promise<void> {
    const row: Record<(typeof SESSION)[number], unknown> = {
      id: newId(command.at),
      windowId: status.id,
      hallId: status.hallId,
      onDay: localDateOf(command.at),
      staffId: status.staffId,
      state: status.state,
      reason: status.reason,
      isEmergency: status.emergencyAt === null ? 0 : 1,
      fromAt: command.at,
      untilAt: null,
    };
    await command.query(
      insertSql('window_session', SESSION, 1),
      SESSION.map((column) => row[column]),
    );
  }

  private tell(command: Command, status: WindowStatusRow, kind: string): void {
    const { version, turns: _turns, ...facts } = status;
    command.record({
      streamId: `window:${status.id}`,
      kind,
      subjectKind: 'serviceWindow',
      subjectId: status.id,
      facts,
      first: version === 1,
    });
    command.emit({
      type: kind,
      hallId: status.hallId,
      subjectKind: 'serviceWindow',
      subjectId: status.id,
      data: { state: status.state, staffId: status.staffId },
    });
  }
}

/** Refuses whoever does not sit at the window. */
export function requireSeated(status: WindowStatusRow | undefined, staffId: string): WindowStatusRow {
  if (!status || status.state === 'closed') throw new AppError('queue.window_not_open');
  if (status.staffId !== staffId) throw new AppError('queue.not_your_window');
  return status;
}
