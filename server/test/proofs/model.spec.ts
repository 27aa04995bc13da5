import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { Places } from '../../src/modules/appointments/storage/places.js';
import { Offers } from '../../src/modules/appointments/waitlist/offers.js';
import { amount } from '../harness/long.js';
import { commands } from './model/commands.js';
import type { Situation } from './model/situation.js';
import { World } from './model/world.js';

const RUNS = amount(100, 1_000);
const CONTROL_RUNS = 300;

/** What must have come about in some run, or the runs prove nothing. */
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

  const property = fc.asyncProperty(commands, async (some) => {
    await world.begin();
    const model = { situation: await world.look(), note };
    await fc.asyncModelRun(() => Promise.resolve({ model, real: world }), some);
  });

  it('A1–A4: keeps every invariant after each step, and answers as the model says', async () => {
    await fc.assert(property, { numRuns: RUNS });
    const wanted = Object.entries(MUST_HAPPEN).flatMap(([kind, all]) => all.map((status) => `${kind}: ${status}`));
    expect(wanted.filter((one) => !seen.has(one))).toEqual([]);
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
      sabotage();
      const { errorInstance } = await fc.check(property, { numRuns: CONTROL_RUNS, endOnFailure: true });
      expect(String((errorInstance as Error | null)?.message)).toMatch(fault);
    },
    300_000,
  );
});
