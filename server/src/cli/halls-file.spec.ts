import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { hallsFrom } from './halls-file.js';

const example = readFileSync(new URL('../../../docs/examples/halls.json', import.meta.url), 'utf8');

describe('the halls of a set-up file', () => {
  it('are read from the example', () => {
    expect(hallsFrom(example).map((h) => h.key)).toEqual(['centre']);
  });
  it('are refused with every problem named', () => {
    const [hall] = hallsFrom(example);
    const [window] = hall?.windows ?? [];
    const noShare = { ...hall, windows: [{ ...window, bookablePercent: 101 }] };
    const bad = [{ ...hall, key: '中心' }, noShare, null, { ...hall, windows: [] }];
    expect(() => hallsFrom(JSON.stringify(bad))).toThrow(
      /第1个：key.*第2个：每个窗口应有.*第3个：应为一个对象.*第4个：windows/s,
    );
    expect(() => hallsFrom(JSON.stringify([hall, hall]))).toThrow('key 有重复');
    expect(() => hallsFrom('{}')).toThrow('列表');
  });
});
