import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Connection } from '../bench/connection.js';
import { type Running, startListening } from '../bench/processes.js';
import { productionEnv } from '../bench/production-env.js';
import { Database } from '../src/platform/database/database.js';
import { schema } from '../src/schema.js';
import { faultsAfterCrash } from './durability/check.js';
import { type Booking, fillTown } from './durability/town.js';
import { type FreshDatabase, freshDatabase } from './harness/fresh-database.js';

const CITIZENS = 20;
const SLOTS = 10;
const CONNECTIONS = 16;

/** Sends all bookings and gives those that were acknowledged; `onAcknowledged` is told how many there are. */
async function sendAll(
  server: Running,
  bookings: readonly Booking[],
  onAcknowledged: (count: number) => void,
): Promise<Booking[]> {
  const acknowledged: Booking[] = [];
  const waiting = [...bookings];
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => Connection.open(server.port)));
  const work = async (connection: Connection): Promise<void> => {
    for (let booking = waiting.shift(); booking; booking = waiting.shift()) {
      const status = await connection.send(booking.request);
      if (status !== 200) throw new Error(`a booking was answered with ${status}: ${server.complaints()}`);
      onAcknowledged(acknowledged.push(booking));
    }
  };
  const ends = await Promise.allSettled(connections.map(work));
  for (const connection of connections) connection.close();
  const unexpected = ends.filter((end) => end.status === 'rejected' && !isBroken(end.reason));
  if (unexpected.length > 0) throw (unexpected[0] as PromiseRejectedResult).reason;
  return acknowledged;
}
const isBroken = (error: unknown): boolean => /closed the connection|ECONNRESET|EPIPE/.test((error as Error).message);

describe('kill -9 in the middle of 200 bookings', () => {
  let database: FreshDatabase;
  let folder: string;
  let env: Record<string, string>;
  let bookings: Booking[];
  const started: Running[] = [];
  const start = async (): Promise<Running> => {
    const server = await startListening('src/main.ts', env);
    started.push(server);
    return server;
  };

  beforeEach(async () => {
    database = await freshDatabase();
    folder = mkdtempSync(join(tmpdir(), 'yiyun-durability-'));
    env = { ...productionEnv(database.url, folder), SIGN_INS_PER_MINUTE: '1000000' };
    bookings = await fillTown(env, CITIZENS, SLOTS);
  }, 120_000);
  afterEach(async () => {
    for (const server of started.splice(0)) await server.kill();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('A1, A2, R1: loses no acknowledged booking, and sent again each is booked once', async () => {
    expect(bookings).toHaveLength(200);
    const first = await start();
    const acknowledged = await sendAll(first, bookings, (count) => {
      if (count === 60) void first.kill();
    });
    expect(acknowledged.length).toBeGreaterThanOrEqual(60);
    expect(acknowledged.length).toBeLessThan(200);
    expect(await faultsAfterCrash(database.url, acknowledged)).toEqual([]);

    const again = await sendAll(await start(), bookings, () => undefined);
    expect(again).toHaveLength(200);
    expect(await faultsAfterCrash(database.url, bookings)).toEqual([]);
  }, 180_000);

  it('a lost booking and a wrong counter would be found (negative control)', async () => {
    const server = await start();
    const some = bookings.slice(0, 20);
    const acknowledged = await sendAll(server, some, () => undefined);
    await server.kill();
    expect(await faultsAfterCrash(database.url, acknowledged)).toEqual([]);

    const db = await Database.open(database.url, schema);
    const [gone] = acknowledged as [Booking];
    await db.change('DELETE FROM appointment WHERE slotId = ? AND taxpayerId = ?', [gone.slotId, gone.taxpayerId]);
    await db.close();
    expect(await faultsAfterCrash(database.url, acknowledged)).toEqual([
      `acknowledged and lost: ${gone.taxpayerId} in ${gone.slotId}`,
      expect.stringMatching(/^\w{26} says \d+ booked and has \d+ rows$/),
      '19 appointments and 20 interactions',
      '19 appointments and 20 events',
      '19 appointments and 20 answers',
    ]);
  }, 180_000);
});
