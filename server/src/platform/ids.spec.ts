import { describe, expect, it } from '@jest/globals';
import { formats } from '@yiyun/shared';
import { firstIdAt, newId } from './ids.js';

describe('ids', () => {
  it('sort in the order in which they were made, also within a millisecond', () => {
    const ids = [1, 1, 1, 2, 2, 3].flatMap((ms) => Array.from({ length: 200 }, () => newId(1_795_000_000_000 + ms)));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
  it('are of the format that the contract checks', () => {
    expect(formats.id.test(newId(Date.UTC(2026, 10, 22)))).toBe(true);
  });
  it('begin at the first id of their instant', () => {
    expect(newId(5_000) > firstIdAt(5_000)).toBe(true);
    expect(newId(4_999) < firstIdAt(5_000)).toBe(true);
  });
  it('share no random part', () => {
    const tails = Array.from({ length: 5_000 }, () => newId(7).slice(13));
    expect(new Set(tails).size).toBe(5_000);
  });
});
