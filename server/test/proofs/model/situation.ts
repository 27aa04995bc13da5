import type { AppointmentStatus, WaitlistStatus } from '@yiyun/shared';
import { halfDayOf, liveAppointmentStatuses, MINUTE_MS } from '@yiyun/shared';
import type { OpenSlot } from '../../../src/modules/appointments/domain/booking.js';
import type { Database } from '../../../src/platform/database/database.js';

export type Slot = OpenSlot;
export interface Appointment {
  id: string;
  version: number;
  slotIds: string[];
  citizenId: string;
  status: AppointmentStatus;
  onDay: string;
  startsAt: number;
  heldUntil: number | null;
  offeredBy: string | null;
  activeKey: string | null;
  cancelledBy: string | null;
}
export interface Waiting {
  id: string;
  version: number;
  status: WaitlistStatus;
  citizenId: string;
  hallId: string;
  fromAt: number;
  untilAt: number;
  joinedAt: number;
  appointmentId: string | null;
}
export interface Strike {
  id: string;
  kind: string;
  version: number;
  citizenId: string;
  at: number;
  appealStatus: string | null;
}
export interface Party {
  id: string;
  version: number;
  status: string;
  citizenId: string;
  appointmentId: string;
  alternativeIds: string[];
}

/** Everything that bears on bookings at one instant, as it lies in the database. */
export interface Situation {
  now: number;
  slots: Slot[];
  appointments: Appointment[];
  waiting: Waiting[];
  strikes: Strike[];
  parties: Party[];
}

type Raw = Record<string, unknown>;
const TIMES = ['startsAt', 'endsAt', 'heldUntil', 'fromAt', 'untilAt', 'joinedAt', 'at'];
const LISTS = ['slotIds', 'alternativeIds'];

function readRow(row: Raw): Raw {
  const read = { ...row };
  for (const column of TIMES) if (typeof row[column] === 'string') read[column] = Number(row[column]);
  for (const column of LISTS) if (column in row) read[column] = JSON.parse(String(row[column] ?? '[]'));
  return read;
}

export async function situationIn(db: Database, now: number): Promise<Situation> {
  const all = async <T>(sql: string): Promise<T[]> => (await db.read.query<Raw[]>(sql)).map(readRow) as T[];
  return {
    now,
    slots: await all<Slot>('SELECT * FROM slot ORDER BY startsAt, hallId'),
    appointments: await all<Appointment>('SELECT * FROM appointment ORDER BY id'),
    waiting: await all<Waiting>('SELECT * FROM waitlist_entry ORDER BY joinedAt, id'),
    strikes: await all<Strike>('SELECT * FROM strike ORDER BY at, id'),
    parties: await all<Party>('SELECT * FROM affected_party ORDER BY id'),
  };
}

export const isLive = ({ status }: Appointment): boolean => liveAppointmentStatuses.includes(status);
/** Held, and its time is over: it stands in nobody's way. */
export const isExpired = ({ status, heldUntil }: Appointment, now: number): boolean =>
  status === 'held' && heldUntil !== null && heldUntil <= now;
export const standing = ({ appointments, now }: Situation): Appointment[] =>
  appointments.filter((one) => isLive(one) && !isExpired(one, now));

export const isSameHalfDay = (
  a: { onDay: string; startsAt: number },
  b: { onDay: string; startsAt: number },
): boolean => a.onDay === b.onDay && halfDayOf(a.startsAt) === halfDayOf(b.startsAt);

/** Places that nobody has, those of expired holds counted as free. */
export const freeIn = (situation: Situation, slot: Slot, besides: readonly Appointment[] = []): number =>
  slot.capacityPublic -
  standing(situation).filter((one) => one.slotIds.includes(slot.id) && !besides.includes(one)).length;

export const waitsFor = (entry: Waiting, slot: Slot): boolean =>
  entry.status === 'waiting' &&
  entry.hallId === slot.hallId &&
  entry.fromAt <= slot.startsAt &&
  entry.untilAt >= slot.endsAt;

/** One missed appointment blocks for so long, until an appeal is upheld. */
export const BLOCK_DAYS = 30;
export const isBlocked = ({ strikes }: Situation, citizenId: string): boolean =>
  strikes.some((one) => one.kind === 'noShow' && one.citizenId === citizenId && one.appealStatus !== 'upheld');

/** Whether somebody could be given a place in a slot now. */
export const hasRoom = (situation: Situation, citizenId: string, slot: Slot): boolean =>
  !situation.appointments.some(
    (one) => one.citizenId === citizenId && isLive(one) && one.activeKey !== null && isSameHalfDay(one, slot),
  );

export const CANCEL_BEFORE_MS = 60 * MINUTE_MS;
