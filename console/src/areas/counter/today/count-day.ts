import type { StaffAppointmentView } from '@yiyun/shared';

/** What an officer wants to know of a day at a glance. */
export interface DayCount {
  /** Waiting for a confirmation. */
  pending: number;
  /** Confirmed and not yet here. */
  toCome: number;
  serving: number;
  completed: number;
  /** The first that begins from now on and still holds its place. */
  next?: StaffAppointmentView;
}

/** Counts the appointments of one day at the instant `now`. */
export function countDay(appointments: readonly StaffAppointmentView[], now: number): DayCount {
  const count = (...statuses: StaffAppointmentView['status'][]) =>
    appointments.filter(({ status }) => statuses.includes(status)).length;
  const next = appointments
    .filter(({ status, startsAt }) => (status === 'pending' || status === 'confirmed') && startsAt >= now)
    .sort((a, b) => a.startsAt - b.startsAt)[0];
  return {
    pending: count('pending'),
    toCome: count('confirmed', 'checkedIn'),
    serving: count('serving'),
    completed: count('completed'),
    next,
  };
}

/** Whether the counter still has something to do with it today. */
export const isToDo = ({ status }: Pick<StaffAppointmentView, 'status'>): boolean =>
  status === 'pending' || status === 'confirmed' || status === 'checkedIn' || status === 'serving';
