import type { StatusTable } from './status-table.js';

export const appointmentStatuses = [
  'held',
  'pending',
  'confirmed',
  'checkedIn',
  'serving',
  'completed',
  'rejected',
  'cancelled',
  'noShow',
  'expired',
  'rescheduled',
] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];
export type AppointmentActor = 'citizen' | 'officer' | 'system';
export type AppointmentAction =
  | 'submit'
  | 'release'
  | 'expire'
  | 'cancel'
  | 'reschedule'
  | 'hallReschedule'
  | 'confirm'
  | 'decline'
  | 'checkIn'
  | 'serve'
  | 'complete'
  | 'miss'
  | 'closeOut';

export const appointmentStatusNames: Record<AppointmentStatus, string> = {
  held: '占号中',
  pending: '待确认',
  confirmed: '已确认',
  checkedIn: '已签到',
  serving: '办理中',
  completed: '已办理',
  rejected: '未通过',
  cancelled: '已取消',
  noShow: '未到场',
  expired: '已过期',
  rescheduled: '已改约',
};

/** Appointments in these states hold a place of their slot and count against the half-day. */
export const liveAppointmentStatuses: readonly AppointmentStatus[] = [
  'held',
  'pending',
  'confirmed',
  'checkedIn',
  'serving',
  'completed',
  'noShow',
];

/**
 * `submit` makes a held place an appointment, pending or confirmed by the matter; `release` gives a held place back, so that
 * it never was an appointment; `expire` ends a hold whose time is over.
 * `checkIn` is the ticket drawn in the hall. `miss` marks who did not come (爽约); an upheld
 * appeal takes the strike away, not the fact. `closeOut` is the hall's own cancellation by a disruption: it never counts against the citizen (A3).
 */
export const appointmentMoves: StatusTable<AppointmentStatus, AppointmentActor, AppointmentAction> = {
  submit: { by: ['citizen'], from: ['held'], to: 'pending' },
  release: { by: ['citizen'], from: ['held'], to: 'expired' },
  expire: { by: ['system'], from: ['held'], to: 'expired' },
  cancel: { by: ['citizen'], from: ['pending', 'confirmed'], to: 'cancelled' },
  reschedule: { by: ['citizen'], from: ['pending', 'confirmed'], to: 'rescheduled' },
  hallReschedule: { by: ['officer'], from: ['pending', 'confirmed'], to: 'rescheduled' },
  confirm: { by: ['officer', 'system'], from: ['pending'], to: 'confirmed' },
  decline: { by: ['officer'], from: ['pending', 'confirmed'], to: 'rejected' },
  checkIn: { by: ['officer', 'system'], from: ['pending', 'confirmed'], to: 'checkedIn' },
  serve: { by: ['officer'], from: ['pending', 'confirmed', 'checkedIn'], to: 'serving' },
  complete: { by: ['officer', 'system'], from: ['checkedIn', 'serving'], to: 'completed' },
  miss: { by: ['system'], from: ['confirmed'], to: 'noShow' },
  closeOut: { by: ['officer', 'system'], from: ['held', 'pending', 'confirmed'], to: 'cancelled' },
};
