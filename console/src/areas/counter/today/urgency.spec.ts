import { describe, expect, it } from '@jest/globals';
import { byUrgency } from './urgency';

const one = (name: string, dueAt: number | null, openedAt: number, paused = false) => ({
  name,
  dueAt,
  openedAt,
  paused,
});

describe('cases by urgency', () => {
  it('puts the earliest due date first, then what is not accepted, then what waits for the taxpayer', () => {
    const ordered = byUrgency([
      one('waits for the taxpayer', 1, 1, true),
      one('opened later', null, 6),
      one('due later', 30, 2),
      one('opened first', null, 5),
      one('overdue', 10, 9),
    ]);
    expect(ordered.map(({ name }) => name)).toEqual([
      'overdue',
      'due later',
      'opened first',
      'opened later',
      'waits for the taxpayer',
    ]);
  });
});
