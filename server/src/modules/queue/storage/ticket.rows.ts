import type { ExpectedTicket } from '../domain/wait-estimate.js';
import { type TicketRow, type TransferEntry, unrecordedColumns } from './ticket.entities.js';

export const TICKET_COLUMNS = [
  'id',
  'hallId',
  'onDay',
  'number',
  'source',
  'lane',
  'priorityReason',
  'status',
  'version',
  'matterIds',
  'needs',
  'isComplex',
  'drawnAt',
  'waitsFrom',
  'dueAt',
  'boundAt',
  'firstCalledAt',
  'calledAt',
  'startedAt',
  'endedAt',
  'serviceMs',
  'interrupted',
  'windowId',
  'staffId',
  'windowKey',
  'reservedWindowId',
  'reservedStaffId',
  'appointmentId',
  'citizenId',
  'nameSealed',
  'phoneSealed',
  'phoneHash',
  'publicToken',
  'recallCount',
  'missedCount',
  'reasonSealed',
  'transfers',
  'caseIds',
] as const satisfies readonly (keyof TicketRow)[];

/** What a move may change. */
export type TicketChanges = Partial<
  Omit<TicketRow, 'id' | 'hallId' | 'onDay' | 'number' | 'source' | 'version' | 'drawnAt' | 'publicToken'>
>;

const unrecorded = new Set<string>(unrecordedColumns);
/** What may stand in the record for ever. */
export const factsOf = (changes: Partial<TicketRow>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(changes).filter(([column]) => !unrecorded.has(column)));

/** A value as a statement takes it: lists as JSON, yes and no as 1 and 0. */
export function stored(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

type Raw = { [K in keyof TicketRow]: unknown };
const numeric = [
  'version',
  'drawnAt',
  'waitsFrom',
  'dueAt',
  'boundAt',
  'firstCalledAt',
  'calledAt',
  'startedAt',
  'endedAt',
  'serviceMs',
  'recallCount',
  'missedCount',
] as const satisfies readonly (keyof TicketRow)[];

/** A row as a raw query gave it. */
export function fromRaw(raw: Raw): TicketRow {
  const row = { ...raw } as Record<string, unknown>;
  for (const column of numeric) row[column] = raw[column] === null ? null : Number(raw[column]);
  return {
    ...row,
    matterIds: JSON.parse(String(raw.matterIds)) as string[],
    needs: JSON.parse(String(raw.needs)) as string[],
    transfers: JSON.parse(String(raw.transfers)) as TransferEntry[],
    caseIds: JSON.parse(String(raw.caseIds)) as string[],
    isComplex: Number(raw.isComplex) === 1,
    interrupted: Number(raw.interrupted) === 1,
  } as TicketRow;
}

/** What the order of calling and the estimate look at; `TicketRow` is one. */
export type QueuedTicket = ExpectedTicket & Pick<TicketRow, 'id' | 'version'>;
