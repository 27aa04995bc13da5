import type { RulesFor } from '../rules.js';
import { get, patch, post, type VersionBody, versionRules } from './route.js';

/**
 * How one may book: data with a date from which it holds (norms differ by city and change by year). `null` in an optional
 * number means: no such limit. An appointment keeps the version under which it was booked.
 */
export const aheadUnits = ['days', 'workingDays'] as const;
export const strikeWindows = ['ever', 'month', 'inARow'] as const;
/** `ever` counts all since the last block, `month` those of a calendar month, `inARow` those without a kept appointment between. */
export type StrikeWindow = (typeof strikeWindows)[number];
export const blockEnds = ['days', 'restOfMonth'] as const;

export interface BookingPolicyRules {
  /** Days from today until the first and the last day that can be booked; 0 is today. */
  aheadMin: number;
  aheadMax: number;
  aheadUnit: (typeof aheadUnits)[number];
  /** Live appointments of a taxpayer (户号), and of a citizen, in one half-day. */
  perTaxpayerHalfDay: number;
  perCitizenHalfDay?: number;
  /** Minutes for which a chosen slot is held, and a place offered from the waitlist. */
  holdMinutes: number;
  offerMinutes: number;
  /** Minutes before the start until which a citizen cancels or changes online. */
  cancelBeforeMinutes: number;
  rescheduleBeforeMinutes: number;
  /** Check-in is open so long before the start and after the end. */
  checkInEarlyMinutes: number;
  checkInLateMinutes: number;
  /** So many 爽约 within the window block for so long; left out: none does. */
  noShowCount?: number;
  noShowWindow?: StrikeWindow;
  noShowBlock?: (typeof blockEnds)[number];
  noShowBlockDays?: number;
  /** The same for the citizen's own cancellations. */
  cancelCount?: number;
  cancelWindow?: StrikeWindow;
  cancelBlock?: (typeof blockEnds)[number];
  cancelBlockDays?: number;
  /** Time of day within which one can book, in minutes since midnight; left out: always. */
  bookableFromMinutes?: number;
  bookableUntilMinutes?: number;
  /** Minutes before the start at which an unconfirmed appointment goes to the duty leader. */
  escalateBeforeMinutes: number;
}
const days = (label: string) => ({ kind: 'int', min: 0, max: 365, label }) as const;
const minutes = (label: string) => ({ kind: 'int', min: 0, max: 7 * 1440, label }) as const;
const timeOfDay = (label: string) => ({ kind: 'int', min: 0, max: 1440, optional: true, label }) as const;
const count = (label: string) => ({ kind: 'int', min: 1, max: 100, label }) as const;
const optionalCount = (label: string) => ({ ...count(label), optional: true }) as const;
export const bookingPolicyRules = {
  aheadMin: days('最早提前天数'),
  aheadMax: days('最晚提前天数'),
  aheadUnit: { kind: 'enum', values: aheadUnits, label: '天数按' },
  perTaxpayerHalfDay: count('每户每半天预约数'),
  perCitizenHalfDay: optionalCount('每人每半天预约数'),
  holdMinutes: { kind: 'int', min: 1, max: 60, label: '占号保留分钟数' },
  offerMinutes: { kind: 'int', min: 5, max: 1440, label: '候补留号分钟数' },
  cancelBeforeMinutes: minutes('取消截止（开始前分钟）'),
  rescheduleBeforeMinutes: minutes('改约截止（开始前分钟）'),
  checkInEarlyMinutes: minutes('可提前签到分钟数'),
  checkInLateMinutes: minutes('可迟到签到分钟数'),
  noShowCount: optionalCount('爽约次数上限'),
  noShowWindow: { kind: 'enum', values: strikeWindows, optional: true, label: '爽约统计范围' },
  noShowBlock: { kind: 'enum', values: blockEnds, optional: true, label: '爽约限制方式' },
  noShowBlockDays: { ...days('爽约限制天数'), optional: true },
  cancelCount: optionalCount('取消次数上限'),
  cancelWindow: { kind: 'enum', values: strikeWindows, optional: true, label: '取消统计范围' },
  cancelBlock: { kind: 'enum', values: blockEnds, optional: true, label: '取消限制方式' },
  cancelBlockDays: { ...days('取消限制天数'), optional: true },
  bookableFromMinutes: timeOfDay('每天开始受理预约'),
  bookableUntilMinutes: timeOfDay('每天停止受理预约'),
  escalateBeforeMinutes: minutes('未确认提醒值班领导（开始前分钟）'),
} as const satisfies RulesFor<BookingPolicyRules>;

export interface BookingPolicyView {
  id: string;
  title: string;
  /** Where the rules come from: a document with its number, or who decided it. */
  source: string;
  status: 'draft' | 'published';
  version: number;
  /** The first day on which it holds. */
  effectiveFromOn: string;
  publishedAt: number | null;
  /** True for the one that holds today. */
  inForce: boolean;
  rules: BookingPolicyRules;
  /** The same in plain words, a sentence each. */
  sentences: string[];
}
/** A ready-made set of rules as a city published it. */
export interface BookingPolicyPreset {
  id: string;
  title: string;
  source: string;
  rules: BookingPolicyRules;
  sentences: string[];
}
/** What the draft would have done to the last month, beside what the rules in force did. */
export interface BookingPolicyPreview {
  fromOn: string;
  untilOn: string;
  bookings: number;
  /** Bookings that the draft would have refused, by reason. */
  refused: { reason: string; count: number }[];
  /** Taxpayers that were blocked on some day of the month, now and by the draft. */
  blockedNow: number;
  blockedByDraft: number;
}

export interface BookingPolicyBody extends BookingPolicyRules {
  title: string;
  source: string;
  effectiveFromOn: string;
}
export const bookingPolicyBodyRules = {
  title: { kind: 'string', min: 2, max: 60, label: '名称' },
  source: { kind: 'string', min: 2, max: 200, label: '依据' },
  effectiveFromOn: { kind: 'string', max: 10, format: 'localDate', label: '生效日期' },
  ...bookingPolicyRules,
} as const satisfies RulesFor<BookingPolicyBody>;
export interface UpdateBookingPolicyBody extends BookingPolicyBody, VersionBody {}
export const updateBookingPolicyRules = {
  ...versionRules,
  ...bookingPolicyBodyRules,
} as const satisfies RulesFor<UpdateBookingPolicyBody>;

/** How the queue is ordered; see docs/queue.md. Every lane has a target (the weight) and a bound, in minutes. */
export interface QueuePolicyRules {
  appointmentTargetMinutes: number;
  priorityTargetMinutes: number;
  simpleTargetMinutes: number;
  complexTargetMinutes: number;
  appointmentBoundMinutes: number;
  priorityBoundMinutes: number;
  simpleBoundMinutes: number;
  complexBoundMinutes: number;
  /** True: complex matters are called only at windows marked for them, so that they block nobody. */
  complexApart: boolean;
  /** A missed ticket that comes back waits at least so many calls. */
  returnAfterCalls: number;
  /** More waiting than this proposes an emergency window to the duty leader (20 by the norm). */
  crowdedAbove: number;
  /** Open windows ÷ rostered windows below this raises an alert, in per cent (70 by the norm). */
  windowOpenRatePercent: number;
}
const target = (label: string) => ({ kind: 'int', min: 0, max: 480, label }) as const;
export const queuePolicyRules = {
  appointmentTargetMinutes: target('预约号目标等候'),
  priorityTargetMinutes: target('绿色通道目标等候'),
  simpleTargetMinutes: target('简易事项目标等候'),
  complexTargetMinutes: target('复杂事项目标等候'),
  appointmentBoundMinutes: target('预约号等候上限'),
  priorityBoundMinutes: target('绿色通道等候上限'),
  simpleBoundMinutes: target('简易事项等候上限'),
  complexBoundMinutes: target('复杂事项等候上限'),
  complexApart: { kind: 'boolean', label: '复杂事项分窗口办理' },
  returnAfterCalls: { kind: 'int', min: 0, max: 20, label: '过号返回后隔几位再叫' },
  crowdedAbove: { kind: 'int', min: 1, max: 500, label: '等候人数告警线' },
  windowOpenRatePercent: { kind: 'int', min: 1, max: 100, label: '窗口开设率底线' },
} as const satisfies RulesFor<QueuePolicyRules>;
export interface QueuePolicyView {
  hallId: string;
  version: number;
  changedAt: number | null;
  rules: QueuePolicyRules;
  sentences: string[];
}
export interface UpdateQueuePolicyBody extends QueuePolicyRules, VersionBody {}
export const updateQueuePolicyRules = {
  ...versionRules,
  ...queuePolicyRules,
} as const satisfies RulesFor<UpdateQueuePolicyBody>;

export const policies = {
  /** The rules in force, for everybody to read. */
  inForce: get<{ result: { title: string; source: string; effectiveFromOn: string; sentences: string[] } }>()(
    '/public/booking-policy',
    { access: 'public', summary: '现行预约规则' },
  ),
  list: get<{ result: BookingPolicyView[] }>()('/manager/booking-policies', {
    access: 'manager',
    summary: '预约规则各版本',
  }),
  presets: get<{ result: BookingPolicyPreset[] }>()('/manager/booking-policy-presets', {
    access: 'manager',
    summary: '各地公布的预约规则',
  }),
  create: post<{ body: BookingPolicyBody; result: BookingPolicyView }>()('/manager/booking-policies', {
    access: 'manager',
    summary: '起草预约规则',
    body: bookingPolicyBodyRules,
  }),
  update: patch<{ body: UpdateBookingPolicyBody; result: BookingPolicyView }>()(
    '/manager/booking-policies/:bookingPolicyId',
    {
      access: 'manager',
      summary: '修改预约规则草稿',
      body: updateBookingPolicyRules,
      errors: ['request.stale', 'request.not_available'],
    },
  ),
  preview: get<{ result: BookingPolicyPreview }>()('/manager/booking-policies/:bookingPolicyId/preview', {
    access: 'manager',
    summary: '草稿对上月预约的影响',
  }),
  publish: post<{ body: VersionBody; result: BookingPolicyView }>()(
    '/manager/booking-policies/:bookingPolicyId/publish',
    {
      access: 'manager',
      summary: '发布预约规则',
      body: versionRules,
      errors: ['request.stale', 'request.not_available', 'policy.starts_in_the_past'],
    },
  ),
} as const;
