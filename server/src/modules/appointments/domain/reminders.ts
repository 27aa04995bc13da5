import { addDays, instantAt, type LocalDate, MINUTE_MS } from '@yiyun/shared';

export const reminderKinds = ['evening', 'soon'] as const;
/** `evening`: the evening before; `soon`: two hours ahead. */
export type ReminderKind = (typeof reminderKinds)[number];

const EVENING_MINUTES = 19 * 60;
export const SOON_MINUTES = 120;

export interface ReminderTimes {
  /** From when on it is sent; who books later needs none. */
  dueAt: number;
  /** From here on it would be of no use any more. */
  untilAt: number;
}

/**
 * When a reminder of an appointment is sent. One that was missed, because the server stood still, is sent late, as long
 * as it helps: the evening's until two hours ahead, when the other takes its place.
 */
export function reminderTimes(
  kind: ReminderKind,
  { onDay, startsAt }: { onDay: LocalDate; startsAt: number },
): ReminderTimes {
  const soonAt = startsAt - SOON_MINUTES * MINUTE_MS;
  if (kind === 'soon') return { dueAt: soonAt, untilAt: startsAt };
  return { dueAt: instantAt(addDays(onDay, -1), EVENING_MINUTES), untilAt: soonAt };
}

/** Whether a reminder is to be sent now. */
export function isDue(
  kind: ReminderKind,
  appointment: { onDay: LocalDate; startsAt: number; bookedAt: number },
  now: number,
): boolean {
  const { dueAt, untilAt } = reminderTimes(kind, appointment);
  return appointment.bookedAt <= dueAt && now >= dueAt && now < untilAt;
}
