import { createPool, type PoolConnection, type ResultSetHeader, type RowDataPacket } from 'mysql2/promise';
import type { Floor, FreeSlot, Wanted } from './floor.js';
import { LIST_SLOTS, READ_SLOT, rowsOf, type SlotFacts, TAKE_PLACE } from './floor-rows.js';

/** As many as the load has at most: more wait for the disk together. */
const CONNECTIONS = 64;
const TRIES = 5;
const DEADLOCK = 1213;

async function inTransaction(connection: PoolConnection, wanted: Wanted): Promise<object | undefined> {
  await connection.query('START TRANSACTION');
  const [taken] = await connection.execute<ResultSetHeader>(TAKE_PLACE, [wanted.slotId]);
  if (taken.affectedRows !== 1) {
    await connection.query('ROLLBACK');
    return undefined;
  }
  const [found] = await connection.execute<(SlotFacts & RowDataPacket)[]>(READ_SLOT, [wanted.slotId]);
  const { appointment, inserts } = rowsOf(wanted, found[0] as SlotFacts);
  for (const { sql, values } of inserts) await connection.execute(sql, values);
  await connection.query('COMMIT');
  return appointment;
}

/** mysql2 with prepared statements and a connection for every client, one transaction a booking. */
export function mysqlFloor(uri: string): Floor {
  const pool = createPool({ uri, connectionLimit: CONNECTIONS, timezone: 'Z', trace: false });
  return {
    async list(hallId, on) {
      const [rows] = await pool.execute<(FreeSlot & RowDataPacket)[]>(LIST_SLOTS, [hallId, on, Date.now()]);
      return rows;
    },
    async book(wanted) {
      const connection = await pool.getConnection();
      try {
        for (let attempt = 1; ; attempt++) {
          try {
            return await inTransaction(connection, wanted);
          } catch (error) {
            await connection.query('ROLLBACK');
            if (attempt === TRIES || (error as { errno?: number }).errno !== DEADLOCK) throw error;
          }
        }
      } finally {
        connection.release();
      }
    },
  };
}
