import { describe, expect, it } from '@jest/globals';
import { usccProblem } from '@yiyun/shared';
import { lotsOf } from './lots.js';
import { enterpriseName, personName } from './names.js';

describe('names of the demonstration', () => {
  it('are the same for the same lots, and many', () => {
    const people = (seed: number) => {
      const random = lotsOf(seed, 'people');
      return Array.from({ length: 500 }, () => personName(random));
    };
    expect(people(1)).toEqual(people(1));
    expect(people(1)).not.toEqual(people(2));
    expect(new Set(people(1)).size).toBeGreaterThan(400);
    for (const name of people(1)) expect(name).toMatch(/^\p{Script=Han}{2,3}$/u);
  });

  it('give each enterprise a code of its own with the right check digit', () => {
    const random = lotsOf(1, 'enterprises');
    const made = Array.from({ length: 500 }, (_, i) => enterpriseName(random, i * 1999));
    expect(new Set(made.map(({ uscc }) => uscc)).size).toBe(500);
    expect(made.filter(({ uscc }) => usccProblem(uscc))).toEqual([]);
  });
});
