import { describe, expect, it } from '@jest/globals';
import { peaksOf } from './peaks';

describe('the picture of a recording', () => {
  it('takes the loudest of each part, whatever its sign, against the loudest of all', () => {
    expect(peaksOf(new Float32Array([0.1, -0.5, 0.25, 0.25]), 2)).toEqual([1, 0.5]);
  });

  it('leaves silence silent and survives fewer samples than parts', () => {
    expect(peaksOf(new Float32Array(8), 4)).toEqual([0, 0, 0, 0]);
    expect(peaksOf(new Float32Array([1]), 2)).toEqual([0, 1]);
  });
});
