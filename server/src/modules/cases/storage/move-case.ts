import { AppError, type CaseAction, type CaseActor, caseMoves, nextState } from '@yiyun/shared';
import { ConcurrentWriteError, isDuplicate } from '../../../platform/database/database-errors.js';
import type { Command, Facts } from '../../records/index.js';
import { kindOf } from '../domain/steps.js';
import { personalColumns, ServiceCaseRow } from './case.entity.js';

/** What an act changes besides the status, and the words of a person that came with it (sealed in the record). */
export interface CaseContent {
  changes?: Partial<Omit<ServiceCaseRow, 'id' | 'version' | 'status'>>;
  personal?: Facts;
}
export interface CaseMove {
  action: CaseAction;
  by: CaseActor;
  /** The version that the caller has seen. */
  version: number;
  /** Asked only when the act is open to the caller. */
  content(): Promise<CaseContent>;
}

const personal = new Set<string>(personalColumns);

/** What may stand in the record for ever. */
export const factsOf = (changes: Partial<ServiceCaseRow>): Facts =>
  Object.fromEntries(Object.entries(changes).filter(([column]) => !personal.has(column)));

/** A step that was made: the row as it is now, and what was recorded. */
export interface Step {
  row: ServiceCaseRow;
  kind: string;
  facts: Facts;
  personal?: Facts;
}

/**
 * Moves a case by compare-and-set, records it once and tells listeners. Two at once: one wins, the other is told that
 * the case has changed (C4).
 */
export async function moveCase(command: Command, row: ServiceCaseRow, move: CaseMove): Promise<Step> {
  if (row.version !== move.version) throw new AppError('request.stale');
  const status = nextState(caseMoves, row.status, move.by, move.action);
  if (!status) throw new AppError('request.not_available');
  const content = await move.content();
  const changes: Partial<ServiceCaseRow> = { ...content.changes, status };
  const version = row.version + 1;
  await compareAndSet(command, row, { ...changes, version });
  const step: Step = {
    row: { ...row, ...changes, version },
    kind: kindOf[move.action],
    facts: factsOf(changes),
    ...(content.personal && { personal: content.personal }),
  };
  recordStep(command, step);
  return step;
}

/** Records a step in the case's stream and tells listeners. */
export function recordStep(command: Command, { row, kind, facts, personal: words }: Step, first = false): void {
  command.record({
    streamId: `case:${row.id}`,
    kind,
    subjectKind: 'case',
    subjectId: row.id,
    partyId: row.citizenId,
    onBehalfOf: row.taxpayerId,
    facts,
    ...(words && { personal: words }),
    first,
  });
  command.emit({
    type: kind,
    hallId: row.hallId,
    subjectKind: 'case',
    subjectId: row.id,
    citizenId: row.citizenId,
    data: { status: row.status, matterId: row.matterId, receiptNo: row.receiptNo, dueAt: row.dueAt },
  });
}

async function compareAndSet(command: Command, row: ServiceCaseRow, changes: Partial<ServiceCaseRow>): Promise<void> {
  try {
    const done = await command.manager.update(ServiceCaseRow, { id: row.id, version: row.version }, changes);
    if (done.affected !== 1) throw new AppError('request.stale');
  } catch (error) {
    throw isDuplicate(error) ? new ConcurrentWriteError('a receipt number was given twice') : error;
  }
}
