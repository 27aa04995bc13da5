import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { amount } from '../harness/long.js';
import { doubledHalfDays, faultsOf, lookAt } from './check.js';
import { Crew } from './crew.js';
import { sendAll } from './crowd.js';
import { bookingsOf, fillTown, type Town } from './town.js';

const CONNECTIONS = 64;
const many = (n: number, places: number): number[] => Array.from({ length: n }, () => places);
/** The town as if it had only the first of its citizens, and some of its slots. */
const part = (town: Town, citizens: number, slots: Town['slots']): Town => ({
  ...town,
  citizens: town.citizens.slice(0, citizens),
  slots,
});

describe('races for the last place, through every server process at once', () => {
  let crew: Crew;
  beforeEach(async () => {
    crew = await Crew.gather();
  });
  afterEach(() => crew.disband());

  it('A1: 2,000 requests for 40 slots of 10 places give exactly 400; 200 racers for one place give one, round after round', async () => {
    const rounds = amount(5, 50);
    const town = await fillTown(crew.env, { citizens: 200, places: [...many(40, 10), ...many(rounds, 1)] });
    await crew.start();

    const market = await sendAll(crew.ports, bookingsOf(part(town, 50, town.slots.slice(0, 40))), CONNECTIONS);
    expect([market.acknowledged.length, market.refused.length]).toEqual([400, 1_600]);
    const acknowledged = [...market.acknowledged];
    for (const slot of town.slots.slice(40)) {
      const race = await sendAll(crew.ports, bookingsOf(part(town, 200, [slot])), 200);
      expect([race.acknowledged.length, race.refused.length]).toEqual([1, 199]);
      acknowledged.push(...race.acknowledged);
    }
    expect(await faultsOf(crew.databaseUrl, acknowledged)).toEqual([]);
  }, 600_000);

  it('without its safeguards the server oversells, and the check says so (negative controls)', async () => {
    const town = await fillTown(crew.env, { citizens: 20, places: [1, 1, ...many(4, 20)], inPairs: true });
    await crew.startSabotaged();
    const race = await sendAll(crew.ports, bookingsOf(part(town, 20, town.slots.slice(0, 1))), 20);
    expect(race.acknowledged).toHaveLength(20);
    expect(await faultsOf(crew.databaseUrl, race.acknowledged)).toEqual([
      expect.stringMatching(/^\w{26} has 20 rows for 1 places$/),
    ]);

    const [first, second] = [town.slots.slice(2, 4), town.slots.slice(4)];
    const held = await sendAll(crew.ports, bookingsOf(part(town, 20, first)), 20);
    expect([held.acknowledged.length, held.refused.length]).toEqual([20, 20]);
    expect(await doubledHalfDays(crew.databaseUrl)).toBe(0);
    await lookAt(crew.databaseUrl, (db) =>
      db.change(`DROP INDEX appointment_active${db.isSqlite ? '' : ' ON appointment'}`),
    );
    await sendAll(crew.ports, bookingsOf(part(town, 20, second)), 20);
    expect(await doubledHalfDays(crew.databaseUrl)).toBeGreaterThan(0);
  }, 180_000);
});
