import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { amount } from '../harness/long.js';
import { faultsOf, lookAt } from './check.js';
import { Crew } from './crew.js';
import { sendAll } from './crowd.js';
import { type Booking, bookingsOf, fillTown } from './town.js';

const CONNECTIONS = 16;
const CITIZENS = 50;
const SLOTS = 40;
const PLACES = 10;

describe('kill -9 at random in the middle of 2,000 requests for 400 places', () => {
  let crew: Crew;
  let bookings: Booking[];

  beforeAll(async () => {
    crew = await Crew.gather();
    const places = Array.from({ length: SLOTS }, () => PLACES);
    bookings = bookingsOf(await fillTown(crew.env, { citizens: CITIZENS, places }));
    await crew.start();
  }, 120_000);
  afterAll(() => crew.disband());

  it('A1, A2, R1: loses no acknowledged booking, sells no place twice, and what is sent again is booked once', async () => {
    const kills = amount(3, 20);
    const wave = Math.ceil(bookings.length / kills);
    const acknowledged: Booking[] = [];
    let refused = 0;
    for (let kill = 0; kill < kills; kill++) {
      const killAfter = Math.ceil(wave * (0.1 + 0.8 * Math.random()));
      let killing: Promise<void> | undefined;
      const some = bookings.slice(kill * wave, (kill + 1) * wave);
      const round = await sendAll(crew.ports, some, CONNECTIONS, (answered) => {
        if (answered >= killAfter) killing ??= crew.killOne(Math.random).then(() => crew.start());
      });
      await killing;
      acknowledged.push(...round.acknowledged);
      refused += round.refused.length;
    }
    expect([acknowledged.length, refused]).toEqual([SLOTS * PLACES, (CITIZENS - PLACES) * SLOTS]);
    const again = await sendAll(crew.ports, acknowledged, CONNECTIONS);
    expect(again.acknowledged).toHaveLength(SLOTS * PLACES);
    expect(await faultsOf(crew.databaseUrl, acknowledged)).toEqual([]);
  }, 900_000);

  it('a lost booking and a wrong counter would be found (negative control)', async () => {
    await crew.stop();
    const [gone] = bookings as [Booking];
    const kept = await lookAt(crew.databaseUrl, (db) =>
      db.read.query<Booking[]>('SELECT slotId, taxpayerId FROM appointment WHERE slotId = ?', [gone.slotId]),
    );
    const [lost] = kept as [Booking];
    await lookAt(crew.databaseUrl, (db) =>
      db.change('DELETE FROM appointment WHERE slotId = ? AND taxpayerId = ?', [lost.slotId, lost.taxpayerId]),
    );
    expect(await faultsOf(crew.databaseUrl, kept)).toEqual([
      `acknowledged and lost: ${lost.taxpayerId} in ${lost.slotId}`,
      `${lost.slotId} says 10 booked and has 9 rows`,
      '399 appointments and 400 interactions',
      '399 appointments and 400 events',
    ]);
  }, 60_000);
});
