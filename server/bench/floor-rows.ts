import { randomBytes } from 'node:crypto';
import type { Wanted } from './floor.js';

export const TAKE_PLACE =
  'UPDATE slot SET booked = booked + 1 WHERE id = ? AND booked < capacityPublic AND closedReason IS NULL';
export const READ_SLOT = 'SELECT hallId, onDay, startsAt, endsAt FROM slot WHERE id = ?';
export const LIST_SLOTS = `SELECT id, startsAt, endsAt, capacityPublic AS capacity, booked, closedReason FROM slot
  WHERE hallId = ? AND matterGroup = 'simple' AND onDay = ? AND startsAt > ? ORDER BY startsAt`;

export interface SlotFacts {
  hallId: string;
  onDay: string;
  startsAt: number;
  endsAt: number;
}
export interface Insert {
  sql: string;
  values: (string | number | null)[];
}

const insertOf = (table: string, row: Record<string, string | number | null>): Insert => {
  const columns = Object.keys(row);
  return {
    sql: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    values: Object.values(row),
  };
};
const newId = (): string => randomBytes(13).toString('hex').toUpperCase();
const hash = 'f'.repeat(64);
/** A sealed answer of our server has about this length. */
const sealed = `a1:${'A'.repeat(900)}`;

/** The rows of one booking, column by column and size by size those that our server writes. */
export function rowsOf({ slotId, matterId, taxpayerId, key }: Wanted, slot: SlotFacts) {
  const now = Date.now();
  const id = newId();
  const half = (slot.startsAt + 8 * 3_600_000) % 86_400_000 < 12 * 3_600_000 ? 'am' : 'pm';
  const referenceNo = `Y${id.slice(0, 12)}`;
  const { hallId, onDay, startsAt, endsAt } = slot;
  const appointment = {
    id,
    referenceNo,
    slotId,
    slotIds: JSON.stringify([slotId]),
    hallId,
    matterId,
    matterIds: JSON.stringify([matterId]),
    citizenId: taxpayerId,
    taxpayerId,
    enterpriseName: null,
    status: 'confirmed',
    version: 1,
    onDay,
    startsAt,
    endsAt,
    activeKey: `${taxpayerId}:${onDay}:${half}:1`,
    citizenKey: null,
    policyId: id,
    noteSealed: null,
    reasonSealed: null,
    onSiteReason: null,
    cancelledBy: null,
    caseId: null,
    bookedAt: now,
    heldUntil: null,
    escalatedAt: null,
    offeredBy: null,
    rescheduledToId: null,
    rescheduledFromId: null,
  };
  const { status, activeKey, caseId } = appointment;
  const facts = { status, referenceNo, slotId, hallId, matterId, taxpayerId, startsAt, endsAt, activeKey, caseId };
  const streamId = `appointment:${id}`;
  const event = { type: 'AppointmentBooked', hallId, subjectKind: 'appointment', subjectId: id, citizenId: taxpayerId };
  const inserts = [
    insertOf('appointment', appointment),
    insertOf('interaction', {
      id: newId(),
      streamId,
      streamVersion: 1,
      at: now,
      actorKind: 'citizen',
      actorId: taxpayerId,
      partyId: taxpayerId,
      onBehalfOf: taxpayerId,
      terminal: 'h5',
      kind: 'AppointmentBooked',
      subjectKind: 'appointment',
      subjectId: id,
      payload: JSON.stringify(facts),
      personalHash: null,
      prevHash: hash,
      entryHash: hash,
    }),
    insertOf('record_head', { streamId, streamVersion: 1, entryHash: hash }),
    insertOf('outbox', {
      id: newId(),
      type: event.type,
      payload: JSON.stringify({ ...event, id, at: now, data: { status, matterId, startsAt } }),
      leaseUntil: 0,
      leaseOwner: '',
      attempts: 0,
      doneAt: 0,
    }),
    insertOf('repeat_answer', { id: key.padEnd(64, '0'), requestHash: hash, at: now, sealed }),
  ];
  return { appointment, inserts };
}
