import { describe, expect, it } from '@jest/globals';
import type { StaffAppointmentView } from '@yiyun/shared';
import { countDay } from './count-day';

const NOW = 1_000;
const row = (id: string, status: StaffAppointmentView['status'], startsAt: number) =>
  ({ id, status, startsAt }) as StaffAppointmentView;

describe('the day at a glance', () => {
  it('counts by what has to be done', () => {
    const day = [
      row('a', 'completed', 1),
      row('b', 'serving', 2),
      row('c', 'pending', 3),
      row('d', 'confirmed', 4),
      row('e', 'cancelled', 5),
      row('f', 'rejected', 6),
    ];
    expect(countDay(day, NOW)).toMatchObject({ pending: 1, toCome: 1, serving: 1, completed: 1 });
  });

  it('names the next by time, whatever the order, and never one that holds no place', () => {
    const day = [
      row('later', 'confirmed', NOW + 20),
      row('cancelled', 'cancelled', NOW + 1),
      row('next', 'pending', NOW),
      row('past', 'confirmed', NOW - 1),
    ];
    expect(countDay(day, NOW).next?.id).toBe('next');
    expect(countDay([row('past', 'confirmed', 1)], NOW).next).toBeUndefined();
  });
});
