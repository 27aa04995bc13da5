import { describe, expect, it } from '@jest/globals';
import { HOUR_MS, instantAt, MINUTE_MS } from '@yiyun/shared';
import fc from 'fast-check';
import { ALTERNATIVES, chooseAlternatives, halfDayKey, type Opening, type Wanted } from './alternatives.js';

const DAY = '2026-11-24';
const at = (hour: number, on = DAY) => instantAt(on, hour * 60);
const opening = (startsAt: number, over: Partial<Opening> = {}): Opening => {
  const hallId = over.hallId ?? 'near';
  return {
    hallId,
    slotIds: [`${hallId} ${startsAt}`],
    startsAt,
    endsAt: startsAt + 30 * MINUTE_MS,
    left: 100,
    distance: 5_000,
    ...over,
  };
};
const wanted = (over: Partial<Wanted> = {}): Wanted => ({
  startsAt: at(15),
  earliestAt: at(14),
  takenHalfDays: new Set(),
  ...over,
});

/** Openings of four halls over three days; the first hall is the closed one. */
const town = fc
  .uniqueArray(
    fc.record({ hall: fc.nat(3), day: fc.nat(2), half: fc.integer({ min: 17, max: 33 }), left: fc.nat(6) }),
    { selector: ({ hall, day, half }) => `${hall} ${day} ${half}`, maxLength: 60 },
  )
  .map((all) =>
    all.map(({ hall, day, half, left }) =>
      opening(at(half / 2, `2026-11-2${4 + day}`), { hallId: `hall${hall}`, distance: hall * 3_000, left }),
    ),
  );
const halfDays = fc.subarray(['2026-11-24:pm', '2026-11-25:am', '2026-11-25:pm', '2026-11-26:am']);

/** Serves people one after another who all need the same; gives what each got and what is left. */
function serveAll(people: number, openings: readonly Opening[], choose: typeof chooseAlternatives) {
  let rest = [...openings];
  const got: Opening[][] = [];
  for (let n = 0; n < people; n++) {
    const chosen = choose(wanted({ earliestAt: 0 }), rest, people - 1 - n);
    got.push(chosen);
    rest = rest.map((one) =>
      chosen.some((c) => c.slotIds[0] === one.slotIds[0]) ? { ...one, left: one.left - 1 } : one,
    );
  }
  return { got, rest };
}
/** Whether the places can suffice for three each at all: nobody has two places in one slot. */
const sufficeFor = (people: number, openings: readonly Opening[]) =>
  openings.reduce((sum, { left }) => sum + Math.min(left, people), 0) >= people * ALTERNATIVES;
/** What a search without regard for those who come after would do. */
const greedy: typeof chooseAlternatives = (_, openings) =>
  openings.filter(({ left }) => left > 0).slice(0, ALTERNATIVES);

describe('alternatives to an appointment that can’t take place', () => {
  it('are three that fit: free, still to be reached, no two at once in a hall, not when the person is expected elsewhere', () => {
    fc.assert(
      fc.property(town, halfDays, fc.nat(30), (openings, taken, others) => {
        const need = wanted({ takenHalfDays: new Set(taken) });
        const chosen = chooseAlternatives(need, openings, others);
        const fitting = openings.filter(
          (one) => one.left > 0 && one.startsAt >= need.earliestAt && !taken.includes(halfDayKey(one.startsAt)),
        );
        expect(chosen.length).toBe(Math.min(ALTERNATIVES, fitting.length));
        expect(new Set(chosen.flatMap(({ slotIds }) => slotIds)).size).toBe(chosen.length);
        expect(chosen.filter((one) => !fitting.includes(one))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('A4: go round: wherever the places suffice for three each, everybody gets three, and no place is given twice', () => {
    fc.assert(
      fc.property(town, fc.integer({ min: 1, max: 25 }), (openings, people) => {
        fc.pre(sufficeFor(people, openings));
        const { got, rest } = serveAll(people, openings, chooseAlternatives);
        expect(got.filter((chosen) => chosen.length < ALTERNATIVES)).toEqual([]);
        expect(rest.filter(({ left }) => left < 0)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('would run out for the last where everybody simply took the nearest (negative control)', () => {
    const openings = [1, 1, 2, 2].map((left, n) => opening(at(15) + n * HOUR_MS, { left }));
    expect(sufficeFor(2, openings)).toBe(true);
    expect(serveAll(2, openings, greedy).got.map(({ length }) => length)).toEqual([3, 2]);
    expect(serveAll(2, openings, chooseAlternatives).got.map(({ length }) => length)).toEqual([3, 3]);
  });

  it('are the nearest in time, then the nearest on the map', () => {
    const far = opening(at(15), { hallId: 'far', distance: 9_000 });
    const near = opening(at(15));
    const later = opening(at(16), { hallId: 'other', distance: 1_000 });
    const tomorrow = opening(at(15, '2026-11-25'), { hallId: 'other', distance: 1_000 });
    expect(chooseAlternatives(wanted(), [tomorrow, later, far, near], 0)).toEqual([near, far, later]);
  });

  it('offer a choice: another half-day or another hall rather than the next half hour', () => {
    const [first, second, third] = [opening(at(14.5)), opening(at(15)), opening(at(15.5))];
    const tomorrow = opening(at(9, '2026-11-25'));
    expect(chooseAlternatives(wanted(), [first, second, third, tomorrow], 0)).toEqual([second, first, tomorrow]);
  });

  it('have one in the person’s own hall, as soon as that is open again', () => {
    const elsewhere = ['a', 'b', 'c'].map((hallId) => opening(at(15), { hallId }));
    const here = ['2026-11-26', '2026-11-25'].map((on) => opening(at(9, on), { hallId: 'closed', distance: 0 }));
    const chosen = chooseAlternatives(wanted(), [...elsewhere, ...here], 0);
    expect(chosen).toEqual([elsewhere[0], elsewhere[1], here[1]]);
  });

  it('never overlap where a visit takes several slots', () => {
    const long = (hour: number) => opening(at(hour), { endsAt: at(hour + 1), slotIds: [`${hour}`, `${hour + 0.5}`] });
    const chosen = chooseAlternatives(wanted(), [long(15), long(15.5), long(16), long(14)], 0);
    expect(chosen.map(({ startsAt }) => startsAt)).toEqual([at(15), at(14), at(16)]);
  });
});
