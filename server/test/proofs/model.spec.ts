import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { Places } from '../../src/modules/appointments/storage/places.js';
import { Offers } from '../../src/modules/appointments/waitlist/offers.js';
import { amount } from '../harness/long.js';
import { Book, Cancel, commands, Jobs, Join, type Model } from './model/commands.js';
import type { Situation } from './model/situation.js';
import { World } from './model/world.js';

const RUNS = amount(100, 1_000);

/** What must have come about in some of many runs, or they prove nothing. */
const MUST_HAPPEN = {
  appointments: ['held', 'confirmed', 'cancelled', 'expired', 'rescheduled', 'noShow'],
  waiting: ['waiting', 'offered', 'taken', 'left'],
  parties: ['offered', 'toCall', 'chosen'],
} as const;

describe('any run of bookings, holds, waits, closures and appeals', () => {
  let world: World;
  const seen = new Map<string, number>();
  const note = (situation: Situation): void => {
    for (const kind of Object.keys(MUST_HAPPEN) as (keyof typeof MUST_HAPPEN)[])
      for (const status of new Set(situation[kind].map((one) => one.status)))
        seen.set(`${kind}: ${status}`, (seen.get(`${kind}: ${status}`) ?? 0) + 1);
  };
  const get = <T>(type: abstract new (...args: never[]) => T): T => world.test.app.get(type, { strict: false });

  beforeAll(async () => {
    world = await World.make();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => world.close());

  const play = async (some: Iterable<fc.AsyncCommand<Model, World>>): Promise<void> => {
    await world.begin();
    const model = { situation: await world.look(), note };
    await fc.asyncModelRun(() => Promise.resolve({ model, real: world }), some);
  };

  it('A1–A4: keeps every invariant after each step, and answers as the model says', async () => {
    await fc.assert(fc.asyncProperty(commands, play), { numRuns: RUNS });
    const all = Object.entries(MUST_HAPPEN).flatMap(([kind, some]) => some.map((status) => `${kind}: ${status}`));
    const missing = all.filter((one) => !seen.has(one));
    expect(missing.length).toBeLessThanOrEqual(amount(3, 0));
  }, 1_800_000);

  it.each([
    ['gives no place back', () => jest.spyOn(get(Places), 'giveBack').mockResolvedValue(undefined), /^A1: a slot says/],
    [
      'passes the waitlist over',
      () => jest.spyOn(get(Offers), 'next').mockResolvedValue(undefined),
      /somebody waits for a place that is free/,
    ],
  ])(
    'a server that %s is found out (negative control)',
    async (_, sabotage, fault) => {
      const run = () => play([new Book(0, 0), new Join(1, 0, 'slot'), new Cancel(0, 0), new Jobs()]);
      await run();
      sabotage();
      await expect(run()).rejects.toThrow(fault);
    },
    60_000,
  );
});
