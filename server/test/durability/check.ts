import { Database } from '../../src/platform/database/database.js';
import { schema } from '../../src/schema.js';
import type { Booking } from './town.js';

interface SlotCount {
  id: string;
  booked: number;
  capacityPublic: number;
  live: string | number;
}

/**
 * What a crash broke, in words: a booking that was acknowledged and is gone; a slot whose counter differs from its rows
 * (A1); an appointment without the record, event and answer of its transaction, or one of these without it (R1, A2).
 */
export async function faultsAfterCrash(databaseUrl: string, acknowledged: readonly Booking[]): Promise<string[]> {
  const db = await Database.open(databaseUrl, schema);
  try {
    const rows = await db.read.query<{ id: string; slotId: string; taxpayerId: string }[]>(
      'SELECT id, slotId, taxpayerId FROM appointment',
    );
    const stored = new Set(rows.map((row) => `${row.slotId} ${row.taxpayerId}`));
    const lost = acknowledged.filter((booking) => !stored.has(`${booking.slotId} ${booking.taxpayerId}`));
    const slots = await db.read.query<SlotCount[]>(
      `SELECT s.id, s.booked, s.capacityPublic, COUNT(a.id) AS live FROM slot s LEFT JOIN appointment a ON a.slotId = s.id
       GROUP BY s.id, s.booked, s.capacityPublic`,
    );
    const miscounted = slots.filter((s) => s.booked !== Number(s.live) || s.booked > s.capacityPublic);
    const kept = async (table: string, where: string) =>
      Number(
        (await db.read.query<{ n: string | number }[]>(`SELECT COUNT(*) AS n FROM ${table} WHERE ${where}`))[0]?.n,
      );
    const others = {
      interactions: await kept('interaction', "kind = 'AppointmentBooked'"),
      events: await kept('outbox', "type = 'AppointmentBooked'"),
      answers: await kept('repeat_answer', '1 = 1'),
    };
    return [
      ...lost.map((booking) => `acknowledged and lost: ${booking.taxpayerId} in ${booking.slotId}`),
      ...miscounted.map((s) => `${s.id} says ${s.booked} booked and has ${Number(s.live)} rows`),
      ...Object.entries(others)
        .filter(([, n]) => n !== rows.length)
        .map(([what, n]) => `${rows.length} appointments and ${n} ${what}`),
    ];
  } finally {
    await db.close();
  }
}
