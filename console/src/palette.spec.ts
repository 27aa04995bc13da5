import { describe, expect, it } from '@jest/globals';
import { contrast } from './lib/contrast';
import { type PaletteName, palette } from './palette';

const grounds: PaletteName[] = ['surface', 'ground', 'groundDeep', 'blueSoft'];
const pairs: [PaletteName, PaletteName][] = [
  ...(['ink', 'inkQuiet', 'inkFaint', 'blue'] as const).flatMap((text) =>
    grounds.map((ground): [PaletteName, PaletteName] => [text, ground]),
  ),
  ['amber', 'surface'],
  ['amber', 'amberSoft'],
  ['red', 'surface'],
  ['red', 'redSoft'],
  ['green', 'surface'],
  ['green', 'greenSoft'],
  ['surface', 'blue'],
  ['surface', 'blueDeep'],
  ['surface', 'red'],
];

describe('palette', () => {
  it.each(pairs)('%s can be read on %s (≥ 4.5:1)', (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it('has a blue of ≥ 7:1 on white, and an input border of ≥ 3:1', () => {
    expect(contrast(palette.blue, palette.surface)).toBeGreaterThanOrEqual(7);
    expect(contrast(palette.lineStrong, palette.surface)).toBeGreaterThanOrEqual(3);
  });

  it('measures known pairs as WCAG does, and finds a pair that fails', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#bfbfbf', '#ffffff')).toBeLessThan(4.5);
  });
});
