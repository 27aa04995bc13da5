import { insertSql } from '../../../platform/database/sql.js';
import type { AppointmentRow } from './appointment.entities.js';

/** Columns of an appointment that stay as they were when it was made. */
const FIXED = [
  'id',
  'referenceNo',
  'slotId',
  'slotIds',
  'hallId',
  'matterId',
  'matterIds',
  'citizenId',
  'taxpayerId',
  'enterpriseName',
  'policyId',
  'onDay',
  'startsAt',
  'endsAt',
  'offeredBy',
  'rescheduledFromId',
] as const satisfies readonly (keyof AppointmentRow)[];

/** Columns that moves change, besides its version. */
export const MOVABLE = [
  'status',
  'activeKey',
  'citizenKey',
  'noteSealed',
  'reasonSealed',
  'onSiteReason',
  'cancelledBy',
  'caseId',
  'bookedAt',
  'heldUntil',
  'escalatedAt',
  'rescheduledToId',
] as const satisfies readonly (keyof AppointmentRow)[];
export type Movable = Pick<AppointmentRow, (typeof MOVABLE)[number]>;

const COLUMNS = [...FIXED, 'version', ...MOVABLE] as const;
/** Follows from others, or is personal: not among the facts of the record. */
const UNRECORDED = new Set<string>([
  'id',
  'citizenId',
  'enterpriseName',
  'version',
  'onDay',
  'noteSealed',
  'reasonSealed',
]);

export const insertAppointments = (rows: readonly AppointmentRow[]): [sql: string, values: unknown[]] => [
  insertSql('appointment', COLUMNS, rows.length),
  rows.flatMap((row) => COLUMNS.map((column) => stored(row[column]))),
];
const stored = (value: unknown): unknown => (Array.isArray(value) ? JSON.stringify(value) : value);

const numberOrNull = (value: unknown): number | null => (value === null ? null : Number(value));

/** A row as a raw query gave it: numbers perhaps as text, lists as JSON. */
export const fromRaw = (row: AppointmentRow): AppointmentRow => ({
  ...row,
  slotIds: JSON.parse(row.slotIds as unknown as string) as string[],
  matterIds: JSON.parse(row.matterIds as unknown as string) as string[],
  version: Number(row.version),
  startsAt: Number(row.startsAt),
  endsAt: Number(row.endsAt),
  bookedAt: Number(row.bookedAt),
  heldUntil: numberOrNull(row.heldUntil),
  escalatedAt: numberOrNull(row.escalatedAt),
});

/** What a new appointment's record says of it: every field that is set, is not personal and does not follow from others. */
export function factsOf(row: AppointmentRow): Record<string, unknown> {
  const isOne = row.slotIds.length === 1;
  const isSaid = (column: keyof AppointmentRow): boolean =>
    row[column] !== null && !UNRECORDED.has(column) && !(isOne && (column === 'slotIds' || column === 'matterIds'));
  return Object.fromEntries(COLUMNS.filter(isSaid).map((column) => [column, row[column]]));
}

/** What a move changed, as its record says it. */
export const factsChanged = (before: AppointmentRow, after: AppointmentRow): Record<string, unknown> =>
  Object.fromEntries(
    MOVABLE.filter(
      (column) => !UNRECORDED.has(column) && (column === 'status' || before[column] !== after[column]),
    ).map((column) => [column, after[column]]),
  );
