import { AppError, type HelpAction, type HelpActor, helpMoves, nextState } from '@yiyun/shared';
import { ConcurrentWriteError } from '../../../platform/database/database-errors.js';
import type { Command, Facts } from '../../records/index.js';
import type { HelpRequestRow } from './help.entities.js';

export interface RequestMove {
  /** The version that the person saw; another one by now is refused as stale. */
  version: number;
  /** The interaction's kind; also the event's type. */
  kind: string;
  /** Columns that change. */
  set?: Partial<Pick<HelpRequestRow, 'status' | 'visibility' | 'assigneeId' | 'waitingSince' | 'answeredAt'>>;
  /** What else the record says of it. */
  facts?: Facts;
  personal?: Facts;
}

/** The state after an act, or the refusal that it is not available now. */
export function statusAfter(row: HelpRequestRow, actor: HelpActor, action: HelpAction): HelpRequestRow['status'] {
  const next = nextState(helpMoves, row.status, actor, action);
  if (!next) throw new AppError('request.not_available');
  return next;
}

/**
 * Changes a request by compare-and-set, records it once and tells listeners. Who loses a race tries the whole command
 * again and is refused by what the winner left.
 */
export async function moveRequest<R extends HelpRequestRow>(command: Command, row: R, move: RequestMove): Promise<R> {
  if (row.version !== move.version) throw new AppError('request.stale');
  const version = row.version + 1;
  const set = { ...move.set, version, changedAt: command.at };
  const changed = await command.change(
    `UPDATE help_request SET ${Object.keys(set)
      .map((column) => `${column} = ?`)
      .join(', ')} WHERE id = ? AND version = ?`,
    [...Object.values(set), row.id, row.version],
  );
  if (changed !== 1) throw new ConcurrentWriteError(`request ${row.id} was changed by somebody else`);
  command.record({
    streamId: `help:${row.id}`,
    kind: move.kind,
    subjectKind: 'help',
    subjectId: row.id,
    partyId: row.citizenId,
    facts: { ...move.set, ...move.facts, version },
    ...(move.personal && { personal: move.personal }),
  });
  tell(command, row, move.kind);
  return { ...row, ...set };
}

/** Events of a question name it by its reference number too, for the inbox. */
export function tell(command: Command, row: HelpRequestRow, type: string): void {
  const { id: subjectId, citizenId, referenceNo } = row;
  command.emit({ type, hallId: null, subjectKind: 'help', subjectId, citizenId, data: { referenceNo } });
}
