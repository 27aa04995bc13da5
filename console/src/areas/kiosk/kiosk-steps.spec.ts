import { describe, expect, it } from '@jest/globals';
import { back, home, idleMs, MAX_MATTERS, toggle, typeDigit } from './kiosk-steps';

describe('a kiosk, one question a page', () => {
  it('takes four digits and no more', () => {
    expect([...'80019'].reduce(typeDigit, '')).toBe('8001');
  });

  it('matters go in and out, five at most', () => {
    expect(toggle(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggle(['a', 'b'], 'a')).toEqual(['b']);
    const full = Array.from({ length: MAX_MATTERS }, (_, index) => String(index));
    expect(toggle(full, 'more')).toEqual(full);
  });

  it('the way back keeps what was chosen', () => {
    expect(back({ name: 'priority', chosen: ['a', 'b'] })).toEqual({ name: 'matters', chosen: ['a', 'b'] });
    expect(back({ name: 'matters', chosen: ['a'] })).toEqual(home);
  });

  it('every page but the first goes back by itself, the printed ticket soonest', () => {
    expect(idleMs(home)).toBeUndefined();
    const others = [
      { name: 'tail', digits: '' },
      { name: 'which', phoneTail: '8001', found: [] },
      { name: 'matters', chosen: [] },
      { name: 'priority', chosen: ['a'] },
      { name: 'problem', message: '' },
    ] as const;
    for (const step of others)
      expect(idleMs({ ...step } as never)).toBeGreaterThan(idleMs({ name: 'ticket', ticket: {} as never }) ?? 0);
  });
});
