import { describe, expect, it } from '@jest/globals';
import { barsOf, levelOf } from './levels';

describe('the level of a recording', () => {
  it('is nothing for silence, more for louder, and never above 1', () => {
    const [silence, quiet, loud] = [0, 0.05, 1].map((volume) => levelOf(new Float32Array(64).fill(volume)));
    expect(silence).toBe(0);
    expect(quiet).toBeGreaterThan(0.2);
    expect(loud).toBe(1);
  });

  it('keeps the loudest of each stretch', () => {
    expect(barsOf([0, 0.5, 0.1, 0.9], 2)).toEqual([0.5, 0.9]);
  });

  it('has every bar, also of a recording shorter than the bars', () => {
    expect(barsOf([0.3], 3)).toEqual([0.3, 0.3, 0.3]);
    expect(barsOf([], 2)).toEqual([0, 0]);
  });
});
