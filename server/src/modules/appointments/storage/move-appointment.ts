import { AppError, type AppointmentStatus, liveAppointmentStatuses } from '@yiyun/shared';
import { ConcurrentWriteError } from '../../../platform/database/database-errors.js';
import type { Command } from '../../records/index.js';
import type { AppointmentRow } from './appointment.entities.js';

export interface AppointmentMove {
  status: AppointmentStatus;
  /** The version that the person saw; another one by now is refused as stale. */
  version: number;
  /** The interaction's kind; also the event's type. */
  kind: string;
  /** Words of a person, kept sealed. */
  reason?: string;
  sealed?: string | null;
  caseId?: string;
}

/**
 * Moves an appointment by compare-and-set, gives its place back when it no longer lives, records it once and tells
 * listeners. Two at once: one wins, the other is told that the thing has changed.
 */
export async function moveAppointment(
  command: Command,
  row: AppointmentRow,
  move: AppointmentMove,
): Promise<AppointmentRow> {
  if (row.version !== move.version) throw new AppError('request.stale');
  const lives = liveAppointmentStatuses.includes(move.status);
  const next: AppointmentRow = {
    ...row,
    status: move.status,
    version: row.version + 1,
    activeKey: lives ? row.activeKey : null,
    reasonSealed: move.sealed ?? row.reasonSealed,
    caseId: move.caseId ?? row.caseId,
  };
  const changed = await command.change(
    'UPDATE appointment SET status = ?, version = ?, activeKey = ?, reasonSealed = ?, caseId = ? WHERE id = ? AND version = ?',
    [next.status, next.version, next.activeKey, next.reasonSealed, next.caseId, row.id, row.version],
  );
  if (changed !== 1) throw new AppError('request.stale');
  if (!lives && liveAppointmentStatuses.includes(row.status)) {
    const freed = await command.change('UPDATE slot SET booked = booked - 1 WHERE id = ? AND booked > 0', [row.slotId]);
    if (freed !== 1) throw new ConcurrentWriteError(`slot ${row.slotId} has no booked place to give back`);
  }
  command.record({
    streamId: `appointment:${row.id}`,
    kind: move.kind,
    subjectKind: 'appointment',
    subjectId: row.id,
    partyId: row.citizenId,
    onBehalfOf: row.taxpayerId,
    facts: { status: next.status, activeKey: next.activeKey, caseId: next.caseId },
    ...(move.reason && { personal: { reason: move.reason } }),
  });
  command.emit({
    type: move.kind,
    hallId: row.hallId,
    subjectKind: 'appointment',
    subjectId: row.id,
    citizenId: row.citizenId,
    data: { status: next.status, startsAt: row.startsAt },
  });
  return next;
}
