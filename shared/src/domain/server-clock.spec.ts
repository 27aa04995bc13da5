import { describe, expect, it } from '@jest/globals';
import { ServerClock } from './server-clock.js';

describe('the clock of a terminal', () => {
  const real = Date.UTC(2026, 10, 24, 1, 5);
  let terminal = real;
  const clockOf = (wrongBy: number) => {
    terminal = real + wrongBy;
    return new ServerClock(() => terminal);
  };

  it.each([
    ['a quarter of an hour fast', 15 * 60_000],
    ['an hour slow', -3_600_000],
    ['on another day', 26 * 3_600_000],
  ])('%s is put right by what the server says', (_how, wrongBy) => {
    const clock = clockOf(wrongBy);
    const seen: number[] = [];
    const end = clock.onSet(() => seen.push(clock.now()));
    clock.learnFrom('Tue, 24 Nov 2026 01:05:00 GMT', clock.now());
    clock.learnFrom('Tue, 24 Nov 2026 01:05:00 GMT', clock.now());
    end();
    clock.learn(real + 60_000, clock.now());
    expect(seen).toEqual([real]);
    expect(clock.timeOf(terminal - 8_000)).toBe(clock.now() - 8_000);
    expect(clock.now()).toBe(real + 60_000);
  });

  it('that is right is left alone by whole seconds, slow answers, and answers without a time', () => {
    const clock = clockOf(0);
    const sentAt = clock.now();
    terminal += 14_000;
    clock.learn(real + 2_000, sentAt);
    clock.learnFrom(null, sentAt);
    clock.learnFrom('yesterday', sentAt);
    expect(clock.now()).toBe(real + 14_000);
  });

  it('stays steady once it was put right', () => {
    const clock = clockOf(3_600_000);
    clock.learn(real, clock.now());
    const sentAt = clock.now();
    terminal += 14_000;
    clock.learn(real + 2_000, sentAt);
    expect(clock.now()).toBe(real + 14_000);
  });

  it('follows the terminal again when somebody sets that right', () => {
    const clock = clockOf(3_600_000);
    clock.learn(real, clock.now());
    terminal = real;
    clock.learn(real, clock.now());
    expect(clock.now()).toBe(real);
  });
});
