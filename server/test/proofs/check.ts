import { liveAppointmentStatuses } from '@yiyun/shared';
import { Database } from '../../src/platform/database/database.js';
import { list } from '../../src/platform/database/sql.js';
import { schema } from '../../src/schema.js';
import type { Booking } from './town.js';

interface SlotCount {
  id: string;
  booked: number;
  capacityPublic: number;
  live: string | number;
}
interface Kept {
  id: string;
  slotId: string;
  taxpayerId: string;
}

/** Runs `look` on a connection of its own to the database that the servers use. */
export async function lookAt<T>(databaseUrl: string, look: (db: Database) => Promise<T>): Promise<T> {
  const db = await Database.open(databaseUrl, schema);
  try {
    return await look(db);
  } finally {
    await db.close();
  }
}

/**
 * What a race or a crash broke, in words: a booking that was acknowledged and is gone, or is there twice; a slot whose
 * counter differs from its rows or is above its places (A1); an appointment without the record and event of its
 * transaction, or one of these without it (R1).
 */
export const faultsOf = (databaseUrl: string, acknowledged: readonly Booking[]): Promise<string[]> =>
  lookAt(databaseUrl, async (db) => {
    const rows = await db.read.query<Kept[]>('SELECT id, slotId, taxpayerId FROM appointment');
    const slots = await db.read.query<SlotCount[]>(
      `SELECT s.id, s.booked, s.capacityPublic, COUNT(a.id) AS live FROM slot s
       LEFT JOIN appointment a ON a.slotId = s.id AND a.status IN (${list(liveAppointmentStatuses.length)})
       GROUP BY s.id, s.booked, s.capacityPublic`,
      [...liveAppointmentStatuses],
    );
    const count = async (table: string, where: string) =>
      Number(
        (await db.read.query<{ n: string | number }[]>(`SELECT COUNT(*) AS n FROM ${table} WHERE ${where}`))[0]?.n,
      );
    return [
      ...lostAndDoubled(rows, acknowledged),
      ...slots.flatMap(({ id, booked, capacityPublic, live }) => [
        ...(booked === Number(live) ? [] : [`${id} says ${booked} booked and has ${Number(live)} rows`]),
        ...(Number(live) <= capacityPublic ? [] : [`${id} has ${Number(live)} rows for ${capacityPublic} places`]),
      ]),
      ...unlike(rows.length, 'interactions', await count('interaction', "kind = 'AppointmentBooked'")),
      ...unlike(rows.length, 'events', await count('outbox', "type = 'AppointmentBooked'")),
    ];
  });

function lostAndDoubled(rows: readonly Kept[], acknowledged: readonly Booking[]): string[] {
  const kept = new Map<string, number>();
  for (const { slotId, taxpayerId } of rows) {
    const key = `${taxpayerId} in ${slotId}`;
    kept.set(key, (kept.get(key) ?? 0) + 1);
  }
  const lost = acknowledged.filter(({ slotId, taxpayerId }) => !kept.has(`${taxpayerId} in ${slotId}`));
  return [
    ...lost.map(({ slotId, taxpayerId }) => `acknowledged and lost: ${taxpayerId} in ${slotId}`),
    ...[...kept].flatMap(([key, n]) => (n > 1 ? [`there ${n} times: ${key}`] : [])),
  ];
}

const unlike = (appointments: number, what: string, n: number): string[] =>
  n === appointments ? [] : [`${appointments} appointments and ${n} ${what}`];

/** Half-days in which a taxpayer has more than one live appointment. */
export const doubledHalfDays = (databaseUrl: string): Promise<number> =>
  lookAt(databaseUrl, async (db) => {
    const rows = await db.read.query<unknown[]>(
      `SELECT taxpayerId, onDay FROM appointment WHERE status IN (${list(liveAppointmentStatuses.length)})
       GROUP BY taxpayerId, onDay HAVING COUNT(*) > 1`,
      [...liveAppointmentStatuses],
    );
    return rows.length;
  });
