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
export type AppointmentAction = 'cancel' | 'confirm' | 'decline' | 'serve' | 'complete';

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

export const appointmentMoves: StatusTable<AppointmentStatus, AppointmentActor, AppointmentAction> = {
  cancel: { by: ['citizen'], from: ['held', 'pending', 'confirmed'], to: 'cancelled' },
  confirm: { by: ['officer', 'system'], from: ['pending'], to: 'confirmed' },
  decline: { by: ['officer'], from: ['pending', 'confirmed'], to: 'rejected' },
  serve: { by: ['officer'], from: ['pending', 'confirmed', 'checkedIn'], to: 'serving' },
  complete: { by: ['officer', 'system'], from: ['serving'], to: 'completed' },
};
