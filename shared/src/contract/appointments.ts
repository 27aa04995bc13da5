import type { AppointmentAction, AppointmentStatus } from '../domain/appointment-status.js';
import type { RulesFor } from '../rules.js';
import type { TimelineEntry } from './records.js';
import { get, idRule, type Page, type PageQuery, pageRules, post, type VersionBody, versionRules } from './route.js';

export interface SlotView {
  id: string;
  startsAt: number;
  endsAt: number;
  capacity: number;
  remaining: number;
  /** Why nothing can be booked here although places are left; null when it can. */
  closedReason: string | null;
}
/** What one day offers for a matter at a hall. */
export interface SlotDayView {
  on: string;
  remaining: number;
  /** Why the hall takes no bookings that day (closed, holiday); null on a working day. */
  closedReason: string | null;
}
export interface SlotDaysView {
  days: SlotDayView[];
  /** Set when the calendar ends before the usual number of days ahead. */
  calendarNote: string | null;
}
export interface AppointmentView {
  id: string;
  referenceNo: string;
  status: AppointmentStatus;
  version: number;
  hall: { id: string; name: string; address: string; telephone: string };
  matter: { id: string; name: string; supportingDocuments: string[] };
  taxpayer: { id: string; name: string };
  startsAt: number;
  endsAt: number;
  note: string | null;
  /** Why it was declined or cancelled. */
  reason: string | null;
  bookedAt: number;
  /** What the QR code holds. */
  qrText: string;
  availableActions: AppointmentAction[];
}
export interface AppointmentDetailView extends AppointmentView {
  timeline: TimelineEntry[];
  /** The case opened from it, if any. */
  caseId: string | null;
}
export interface StaffAppointmentView extends AppointmentView {
  citizen: { name: string; maskedPhone: string };
  uscc: string | null;
  confirmation: 'automatic' | 'officer';
}
export interface StaffAppointmentDetailView extends StaffAppointmentView {
  timeline: TimelineEntry[];
  caseId: string | null;
}

export interface SlotDaysQuery {
  matterId: string;
}
export const slotDaysRules = { matterId: { ...idRule, label: '事项' } } as const satisfies RulesFor<SlotDaysQuery>;
export interface SlotsQuery extends SlotDaysQuery {
  on: string;
}
export const slotsRules = {
  ...slotDaysRules,
  on: { kind: 'string', max: 10, format: 'localDate', label: '日期' },
} as const satisfies RulesFor<SlotsQuery>;

export interface BookAppointmentBody {
  slotId: string;
  matterId: string;
  taxpayerId: string;
  note?: string;
}
export const bookAppointmentRules = {
  slotId: { ...idRule, label: '时段' },
  matterId: { ...idRule, label: '事项' },
  taxpayerId: { ...idRule, label: '为谁办理' },
  note: { kind: 'string', max: 200, optional: true, label: '备注' },
} as const satisfies RulesFor<BookAppointmentBody>;

export interface CancelAppointmentBody extends VersionBody {
  reason?: string;
}
export const cancelAppointmentRules = {
  ...versionRules,
  reason: { kind: 'string', max: 200, optional: true, label: '取消原因' },
} as const satisfies RulesFor<CancelAppointmentBody>;

export interface DeclineBody extends VersionBody {
  reason: string;
}
export const declineRules = {
  ...versionRules,
  reason: { kind: 'string', min: 2, max: 200, label: '原因' },
} as const satisfies RulesFor<DeclineBody>;

export const appointmentPeriods = ['upcoming', 'past'] as const;
export interface MyAppointmentsQuery extends PageQuery {
  period?: (typeof appointmentPeriods)[number];
}
export const myAppointmentsRules = {
  ...pageRules,
  period: { kind: 'enum', values: appointmentPeriods, optional: true, label: '时间范围' },
} as const satisfies RulesFor<MyAppointmentsQuery>;

export const appointmentStatusFilters = [
  'pending',
  'confirmed',
  'serving',
  'completed',
  'rejected',
  'cancelled',
] as const;
export interface HallAppointmentsQuery extends PageQuery {
  on?: string;
  status?: (typeof appointmentStatusFilters)[number];
  /** Reference number, or a part of the taxpayer's name. */
  q?: string;
}
export const hallAppointmentsRules = {
  ...pageRules,
  on: { kind: 'string', max: 10, format: 'localDate', optional: true, label: '日期' },
  status: { kind: 'enum', values: appointmentStatusFilters, optional: true, label: '状态' },
  q: { kind: 'string', max: 50, optional: true, label: '搜索' },
} as const satisfies RulesFor<HallAppointmentsQuery>;

export const appointments = {
  slotDays: get<{ query: SlotDaysQuery; result: SlotDaysView }>()('/public/halls/:hallId/slot-days', {
    access: 'public',
    summary: '可预约日期',
    query: slotDaysRules,
  }),
  slots: get<{ query: SlotsQuery; result: SlotView[] }>()('/public/halls/:hallId/slots', {
    access: 'public',
    summary: '某日的时段与余号',
    query: slotsRules,
  }),
  book: post<{ body: BookAppointmentBody; result: AppointmentView }>()('/appointments', {
    access: 'citizen',
    summary: '提交预约',
    body: bookAppointmentRules,
    errors: [
      'appointment.slot_full',
      'appointment.slot_closed',
      'appointment.slot_past',
      'appointment.matter_not_offered',
      'appointment.already_booked',
      'identity.consent_required',
      'identity.phone_required',
      'identity.taxpayer_not_yours',
    ],
  }),
  mine: get<{ query: MyAppointmentsQuery; result: Page<AppointmentView> }>()('/appointments', {
    access: 'citizen',
    summary: '我的预约',
    query: myAppointmentsRules,
  }),
  get: get<{ result: AppointmentDetailView }>()('/appointments/:appointmentId', {
    access: 'owner',
    summary: '预约详情',
  }),
  cancel: post<{ body: CancelAppointmentBody; result: AppointmentView }>()('/appointments/:appointmentId/cancel', {
    access: 'owner',
    summary: '取消预约',
    body: cancelAppointmentRules,
    errors: ['request.stale', 'request.not_available', 'appointment.cancel_too_late'],
  }),
  hallList: get<{ query: HallAppointmentsQuery; result: Page<StaffAppointmentView> }>()(
    '/staff/halls/:hallId/appointments',
    { access: 'hallRead', summary: '本厅预约', query: hallAppointmentsRules },
  ),
  hallGet: get<{ result: StaffAppointmentDetailView }>()('/staff/appointments/:appointmentId', {
    access: 'hallRead',
    summary: '预约详情（窗口）',
  }),
  confirm: post<{ body: VersionBody; result: StaffAppointmentView }>()('/staff/appointments/:appointmentId/confirm', {
    access: 'hallAct',
    summary: '确认预约',
    body: versionRules,
    errors: ['request.stale', 'request.not_available'],
  }),
  decline: post<{ body: DeclineBody; result: StaffAppointmentView }>()('/staff/appointments/:appointmentId/decline', {
    access: 'hallAct',
    summary: '退回预约并说明原因',
    body: declineRules,
    errors: ['request.stale', 'request.not_available'],
  }),
} as const;
