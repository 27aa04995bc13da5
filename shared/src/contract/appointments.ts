import type { AppointmentAction, AppointmentStatus } from '../domain/appointment-status.js';
import type { RulesFor } from '../rules.js';
import type { TimelineEntry } from './records.js';
import { get, idRule, type Page, type PageQuery, pageRules, post, type VersionBody, versionRules } from './route.js';

/** A place to begin: `id` is the first slot, `endsAt` the end of the last one where further matters take the following slots. */
export interface SlotView {
  id: string;
  startsAt: number;
  endsAt: number;
  capacity: number;
  /** 余号: bookings that can still begin here; the least of all slots that a booking takes. */
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
export interface AppointmentMatterView {
  id: string;
  name: string;
  supportingDocuments: string[];
}
export interface AppointmentView {
  id: string;
  referenceNo: string;
  status: AppointmentStatus;
  version: number;
  hall: { id: string; name: string; address: string; telephone: string };
  matter: AppointmentMatterView;
  /** Done in the same visit, in the slots after the first. */
  furtherMatters: AppointmentMatterView[];
  taxpayer: { id: string; name: string };
  startsAt: number;
  endsAt: number;
  note: string | null;
  /** Why it was declined or cancelled. */
  reason: string | null;
  /** Who cancelled; what the hall cancelled never counts against the citizen (A3). */
  cancelledBy: 'citizen' | 'hall' | null;
  bookedAt: number;
  /** Until when a held place is kept; null when it is not held. */
  heldUntil: number | null;
  /** Check-in at the hall is open from here until `checkInUntil`, by the policy; who has not come by then did not come. */
  checkInFrom: number;
  checkInUntil: number;
  /** The appointment that this one was changed to, or from. */
  rescheduledToId: string | null;
  rescheduledFromId: string | null;
  /** Set when the place came from the waitlist or from an offer after a closure. */
  offeredBy: 'waitlist' | 'disruption' | null;
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
  /** Set when it waited so long for its confirmation that the duty leader was told. */
  escalatedAt: number | null;
  /** Why the person comes to the hall with what can be done online, where he said so. */
  onSiteReason: OnSiteReason | null;
  /** Where the first matter can be done online: what to tell the person; null where it can't. */
  onlineHint: string | null;
}
export interface StaffAppointmentDetailView extends StaffAppointmentView {
  timeline: TimelineEntry[];
  caseId: string | null;
}

export const MAX_FURTHER_MATTERS = 4;
export interface SlotDaysQuery {
  matterId: string;
  /** Ids of further matters for the same visit, joined by commas. */
  furtherMatterIds?: string;
}
export const slotDaysRules = {
  matterId: { ...idRule, label: '事项' },
  furtherMatterIds: {
    kind: 'string',
    max: 27 * MAX_FURTHER_MATTERS,
    pattern: /^[0-9A-HJKMNP-TV-Z]{26}(,[0-9A-HJKMNP-TV-Z]{26})*$/,
    optional: true,
    label: '其他事项',
  },
} as const satisfies RulesFor<SlotDaysQuery>;
export interface SlotsQuery extends SlotDaysQuery {
  on: string;
}
export const slotsRules = {
  ...slotDaysRules,
  on: { kind: 'string', max: 10, format: 'localDate', label: '日期' },
} as const satisfies RulesFor<SlotsQuery>;

export interface HoldBody {
  /** The first slot; further matters take those that follow it without a gap, all or none. */
  slotId: string;
  matterId: string;
  furtherMatterIds?: string[];
  taxpayerId: string;
}
export const holdRules = {
  slotId: { ...idRule, label: '时段' },
  matterId: { ...idRule, label: '事项' },
  furtherMatterIds: {
    kind: 'strings',
    max: MAX_FURTHER_MATTERS,
    item: { min: 26, max: 26 },
    optional: true,
    label: '其他事项',
  },
  taxpayerId: { ...idRule, label: '为谁办理' },
} as const satisfies RulesFor<HoldBody>;

/** Why somebody comes to the hall with what can be done online. */
export const onSiteReasons = ['needsHelp', 'onlineFailed', 'originalDocuments', 'prefersCounter'] as const;
export type OnSiteReason = (typeof onSiteReasons)[number];
export const onSiteReasonNames: Record<OnSiteReason, string> = {
  needsHelp: '不会网上操作，需要帮助',
  onlineFailed: '网上办理没有成功',
  originalDocuments: '需要递交或领取原件',
  prefersCounter: '想当面咨询',
};

const answerRules = {
  note: { kind: 'string', max: 200, optional: true, label: '备注' },
  onSiteReason: { kind: 'enum', values: onSiteReasons, optional: true, label: '到厅办理的原因' },
} as const;
export interface SubmitHoldBody extends VersionBody {
  note?: string;
  /** Asked for where the matter can be done online; any answer will do, and none is refused. */
  onSiteReason?: OnSiteReason;
}
export const submitHoldRules = { ...versionRules, ...answerRules } as const satisfies RulesFor<SubmitHoldBody>;

/** Hold and submit in one step, for who has nothing more to answer. */
export interface BookAppointmentBody extends HoldBody {
  note?: string;
  onSiteReason?: OnSiteReason;
}
export const bookAppointmentRules = { ...holdRules, ...answerRules } as const satisfies RulesFor<BookAppointmentBody>;

/** An officer books for somebody on the telephone or at the desk, who may have no account. */
export interface BookForBody {
  slotId: string;
  matterId: string;
  furtherMatterIds?: string[];
  applicantName: string;
  applicantPhone: string;
  /** Of the enterprise it is for; left out for the person's own business. */
  uscc?: string;
  taxpayerName?: string;
  note?: string;
}
export const bookForRules = {
  slotId: holdRules.slotId,
  matterId: holdRules.matterId,
  furtherMatterIds: holdRules.furtherMatterIds,
  applicantName: { kind: 'string', min: 2, max: 30, label: '办理人姓名' },
  applicantPhone: { kind: 'string', max: 11, format: 'phone', label: '办理人手机号' },
  uscc: { kind: 'string', max: 18, format: 'uscc', optional: true, label: '统一社会信用代码' },
  taxpayerName: { kind: 'string', min: 2, max: 100, optional: true, label: '企业名称' },
  note: answerRules.note,
} as const satisfies RulesFor<BookForBody>;

export interface RescheduleBody extends VersionBody {
  slotId: string;
}
export const rescheduleRules = {
  ...versionRules,
  slotId: holdRules.slotId,
} as const satisfies RulesFor<RescheduleBody>;

/** An appointment as an entry for the phone's calendar (RFC 5545). */
export interface CalendarFileView {
  fileName: string;
  text: string;
}

/** 爽约 or a cancellation that counts by the policy. */
export const strikeKinds = ['noShow', 'cancel'] as const;
export type StrikeKind = (typeof strikeKinds)[number];
export const appealStatuses = ['pending', 'upheld', 'rejected'] as const;
export type AppealStatus = (typeof appealStatuses)[number];
export interface StrikeView {
  appointmentId: string;
  referenceNo: string;
  kind: StrikeKind;
  matterName: string;
  startsAt: number;
  at: number;
  /** False once an appeal was upheld. */
  counts: boolean;
  appeal: {
    status: AppealStatus;
    statement: string;
    submittedAt: number;
    reply: string | null;
    decidedAt: number | null;
  } | null;
  canAppeal: boolean;
}
/** A taxpayer for whom nobody may book for some time. */
export interface BlockView {
  taxpayer: { id: string; name: string };
  until: number;
  /** In plain words. */
  reason: string;
}
/** Whether a citizen may book now, by the policy in force, and why not: by person for himself, by firm for an enterprise. */
export interface StandingView {
  /** Of those for whom the citizen acts; himself first. Empty when nobody is blocked. */
  blocks: BlockView[];
  /** Of all of them; one's own and those of others who acted for the same taxpayer. */
  strikes: StrikeView[];
  /** The rules in force, a sentence each. */
  rules: string[];
}
export interface AppealBody {
  statement: string;
}
export const appealRules = {
  statement: { kind: 'string', min: 5, max: 300, label: '申诉理由' },
} as const satisfies RulesFor<AppealBody>;

export interface AppealView extends StrikeView {
  citizen: { name: string; maskedPhone: string };
  hall: { id: string; name: string };
  version: number;
}
export interface AppealListQuery extends PageQuery {
  status?: AppealStatus;
}
export const appealListRules = {
  ...pageRules,
  status: { kind: 'enum', values: appealStatuses, optional: true, label: '状态' },
} as const satisfies RulesFor<AppealListQuery>;
export interface DecideAppealBody extends VersionBody {
  upheld: boolean;
  reply: string;
}
export const decideAppealRules = {
  ...versionRules,
  upheld: { kind: 'boolean', label: '是否成立' },
  reply: { kind: 'string', min: 2, max: 300, label: '答复' },
} as const satisfies RulesFor<DecideAppealBody>;

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
  'checkedIn',
  'serving',
  'completed',
  'rejected',
  'cancelled',
  'noShow',
  'rescheduled',
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

const bookingErrors = [
  'appointment.slot_full',
  'appointment.slot_closed',
  'appointment.slot_past',
  'appointment.slot_too_early',
  'appointment.matter_not_offered',
  'appointment.matters_do_not_fit',
  'appointment.already_booked',
  'appointment.blocked',
  'appointment.closed_hours',
  'identity.consent_required',
  'identity.phone_required',
  'identity.taxpayer_not_yours',
] as const;

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
  hold: post<{ body: HoldBody; result: AppointmentView }>()('/appointments/holds', {
    access: 'citizen',
    summary: '占号，按规则保留几分钟',
    body: holdRules,
    errors: bookingErrors,
  }),
  book: post<{ body: BookAppointmentBody; result: AppointmentView }>()('/appointments', {
    access: 'citizen',
    summary: '提交预约',
    body: bookAppointmentRules,
    errors: bookingErrors,
  }),
  submit: post<{ body: SubmitHoldBody; result: AppointmentView }>()('/appointments/:appointmentId/submit', {
    access: 'owner',
    summary: '把占下的号提交为预约',
    body: submitHoldRules,
    errors: ['request.stale', 'request.not_available', 'appointment.hold_expired'],
  }),
  reschedule: post<{ body: RescheduleBody; result: AppointmentView }>()('/appointments/:appointmentId/reschedule', {
    access: 'owner',
    summary: '改约；新号到手之前旧号不放',
    body: rescheduleRules,
    errors: [...bookingErrors, 'request.stale', 'request.not_available', 'appointment.reschedule_too_late'],
  }),
  calendarFile: get<{ result: CalendarFileView }>()('/appointments/:appointmentId/calendar', {
    access: 'owner',
    summary: '预约的日历文件',
    errors: ['request.not_available'],
  }),
  standing: get<{ result: StandingView }>()('/me/standing', { access: 'citizen', summary: '我的预约资格' }),
  appeal: post<{ body: AppealBody; result: StrikeView }>()('/appointments/:appointmentId/appeal', {
    access: 'owner',
    summary: '对爽约记录申诉',
    body: appealRules,
    errors: ['request.stale', 'request.not_available'],
  }),
  appealList: get<{ query: AppealListQuery; result: Page<AppealView> }>()('/manager/appeals', {
    access: 'manager',
    summary: '爽约申诉',
    query: appealListRules,
  }),
  decideAppeal: post<{ body: DecideAppealBody; result: AppealView }>()('/manager/appeals/:appointmentId/decide', {
    access: 'manager',
    summary: '答复爽约申诉',
    body: decideAppealRules,
    errors: ['request.stale', 'request.not_available'],
  }),
  bookFor: post<{ body: BookForBody; result: StaffAppointmentView }>()('/staff/halls/:hallId/appointments', {
    access: 'hallAct',
    summary: '代人预约（电话、导税台）',
    body: bookForRules,
    errors: bookingErrors,
  }),
  hallReschedule: post<{ body: RescheduleBody; result: StaffAppointmentView }>()(
    '/staff/appointments/:appointmentId/reschedule',
    {
      access: 'hallAct',
      summary: '代人改约',
      body: rescheduleRules,
      errors: [...bookingErrors, 'request.stale', 'request.not_available'],
    },
  ),
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
    summary: '取消预约，或放弃占下的号',
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
