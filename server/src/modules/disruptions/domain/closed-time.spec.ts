import { describe, expect, it } from '@jest/globals';
import { type DisruptionBody, instantAt } from '@yiyun/shared';
import { closedTimeOf } from './closed-time.js';

const now = instantAt('2026-11-23', 13 * 60);
const body = (over: Partial<DisruptionBody> = {}): DisruptionBody => ({
  hallId: 'h',
  scope: 'hall',
  from: '2026-11-23 14:00',
  until: '2026-11-24 00:00',
  reason: '停电检修',
  ...over,
});
const refusalOf = (over: Partial<DisruptionBody>) => {
  try {
    closedTimeOf(body(over), now);
  } catch (error) {
    const { code, fields } = error as { code: string; fields?: { path: string }[] };
    return fields ? fields[0]?.path : code;
  }
  return undefined;
};

describe('the time of a closure', () => {
  it('is read in Asia/Shanghai; a hall closes for all its matters, a group for its own', () => {
    expect(closedTimeOf(body({ group: 'simple' }), now)).toEqual({
      group: null,
      fromAt: instantAt('2026-11-23', 14 * 60),
      untilAt: instantAt('2026-11-24', 0),
    });
    expect(closedTimeOf(body({ scope: 'group', group: 'complex' }), now).group).toBe('complex');
  });

  it('may have begun, but must not be over, and ends after it begins', () => {
    expect(refusalOf({ from: '2026-11-23 08:00' })).toBeUndefined();
    expect(refusalOf({ from: '2026-11-23 08:00', until: '2026-11-23 12:00' })).toBe('disruption.time_invalid');
    expect(refusalOf({ until: '2026-11-23 14:00' })).toBe('disruption.time_invalid');
  });

  it('must exist; a group must be named where only one is closed', () => {
    expect(refusalOf({ from: '2026-02-30 14:00' })).toBe('from');
    expect(refusalOf({ until: '2026-11-23 24:00' })).toBe('until');
    expect(refusalOf({ until: '2026-11-23 18:60' })).toBe('until');
    expect(refusalOf({ scope: 'group' })).toBe('group');
  });
});
