import type { RulesFor } from '../rules.js';
import type { IntervalView, ManagedHallView, ServiceWindowView } from './halls.js';
import type { MatterGroup } from './matters.js';
import { get, idRule, post, type VersionBody, versionRules } from './route.js';

/**
 * How many can be booked follows from who sits where: each window's roster, what it serves, and how long its matters take.
 * Every change can be tried first (`…Preview`), which shows the days it touches and the bookings that would not fit.
 */
export const specialDayKinds = ['closed', 'shortened', 'extended', 'holidaySession'] as const;
export type SpecialDayKind = (typeof specialDayKinds)[number];
export const specialDayKindNames: Record<SpecialDayKind, string> = {
  closed: '全天不办公',
  shortened: '缩短办公（半天不办公）',
  extended: '延时服务',
  holidaySession: '节假日预约办税',
};

/** A day that does not follow the hall's week. */
export interface SpecialDayView {
  on: string;
  kind: SpecialDayKind;
  hours: IntervalView[];
  reason: string;
}
/** One window on one day, where it differs from its weekly roster. */
export interface RosterExceptionView {
  windowId: string;
  on: string;
  hours: IntervalView[];
}
export interface CapacitySlotView {
  slotId: string;
  group: MatterGroup;
  startsAt: number;
  endsAt: number;
  capacity: number;
  booked: number;
  closedReason: string | null;
}
export interface CapacityDayView {
  on: string;
  hours: IntervalView[];
  /** Holiday, make-up day or special day; null on an ordinary day. */
  note: string | null;
  special: SpecialDayView | null;
  windows: { windowId: string; label: string; hours: IntervalView[]; isException: boolean }[];
  slots: CapacitySlotView[];
}
export interface CapacityView {
  hall: ManagedHallView;
  days: CapacityDayView[];
}
/** An appointment for which there would be no place any more. */
export interface TouchedAppointmentView {
  id: string;
  referenceNo: string;
  startsAt: number;
  matterName: string;
  taxpayerName: string;
}
export interface CapacityEffectView {
  days: { on: string; before: number; after: number; booked: number }[];
  touched: TouchedAppointmentView[];
}

const hoursText = {
  kind: 'string',
  max: 60,
  pattern: /^(\d{2}:[0-5]\d-\d{2}:[0-5]\d( \d{2}:[0-5]\d-\d{2}:[0-5]\d)*)?$/,
} as const;

export interface CapacityQuery {
  fromOn: string;
  untilOn: string;
}
const dayRule = { kind: 'string', max: 10, format: 'localDate' } as const;
export const capacityQueryRules = {
  fromOn: { ...dayRule, label: '开始日期' },
  untilOn: { ...dayRule, label: '结束日期' },
} as const satisfies RulesFor<CapacityQuery>;

export interface HallWeekBody extends VersionBody {
  /** Seven texts like `08:30-12:00 13:30-17:00`, Monday first; an empty one is a closed day. */
  weekly: string[];
}
export const hallWeekRules = {
  ...versionRules,
  weekly: { kind: 'strings', min: 7, max: 7, item: { max: 60 }, label: '每周办公时间' },
} as const satisfies RulesFor<HallWeekBody>;

export interface WindowBody extends VersionBody {
  /** Left out for a new window. */
  windowId?: string;
  label: string;
  /** Categories of matters that are served there; at least one. */
  skills: string[];
  /** Whether complex matters go there where the queue keeps them apart. */
  servesComplex: boolean;
  /** Seven texts of hours, Monday first. */
  roster: string[];
  /** Share of its time given out ahead, in per cent; the rest is for walk-ins. */
  bookablePercent: number;
  active: boolean;
}
export const windowRules = {
  ...versionRules,
  windowId: { ...idRule, optional: true, label: '窗口' },
  label: { kind: 'string', min: 1, max: 20, label: '窗口名称' },
  skills: { kind: 'strings', min: 1, max: 20, item: { min: 1, max: 20 }, label: '办理类别' },
  servesComplex: { kind: 'boolean', label: '办理复杂事项' },
  roster: { kind: 'strings', min: 7, max: 7, item: { max: 60 }, label: '每周值班时间' },
  bookablePercent: { kind: 'int', min: 0, max: 100, label: '可预约比例' },
  active: { kind: 'boolean', label: '是否启用' },
} as const satisfies RulesFor<WindowBody>;

export interface SpecialDayBody extends VersionBody {
  on: string;
  kind: SpecialDayKind;
  /** Empty when closed. */
  hours?: string;
  reason: string;
}
export const specialDayRules = {
  ...versionRules,
  on: { ...dayRule, label: '日期' },
  kind: { kind: 'enum', values: specialDayKinds, label: '安排' },
  hours: { ...hoursText, optional: true, label: '办公时间' },
  reason: { kind: 'string', min: 2, max: 100, label: '原因' },
} as const satisfies RulesFor<SpecialDayBody>;

export interface RosterExceptionBody extends VersionBody {
  windowId: string;
  on: string;
  /** Left out: the window is not staffed that day. */
  hours?: string;
}
export const rosterExceptionRules = {
  ...versionRules,
  windowId: { ...idRule, label: '窗口' },
  on: { ...dayRule, label: '日期' },
  hours: { ...hoursText, optional: true, label: '值班时间' },
} as const satisfies RulesFor<RosterExceptionBody>;

export interface OrdinaryDayBody extends VersionBody {
  on: string;
  /** Of one window; left out: of the hall. */
  windowId?: string;
}
export const ordinaryDayRules = {
  ...versionRules,
  on: { ...dayRule, label: '日期' },
  windowId: { ...idRule, optional: true, label: '窗口' },
} as const satisfies RulesFor<OrdinaryDayBody>;

const changes = ['request.stale', 'capacity.hours_invalid', 'capacity.day_past', 'calendar.beyond'] as const;
/** `version` is the hall's: whoever changes what somebody else just changed is told so. */
export const capacity = {
  view: get<{ query: CapacityQuery; result: CapacityView }>()('/manager/halls/:hallId/capacity', {
    access: 'managerOrAdmin',
    summary: '号源日历',
    query: capacityQueryRules,
    errors: ['calendar.beyond'],
  }),
  setWeek: post<{ body: HallWeekBody; result: CapacityEffectView }>()('/manager/halls/:hallId/week', {
    access: 'managerOrAdmin',
    summary: '修改每周办公时间',
    body: hallWeekRules,
    errors: changes,
  }),
  saveWindow: post<{ body: WindowBody; result: ServiceWindowView }>()('/manager/halls/:hallId/windows', {
    access: 'managerOrAdmin',
    summary: '新增或修改窗口和值班表',
    body: windowRules,
    errors: changes,
  }),
  setSpecialDay: post<{ body: SpecialDayBody; result: CapacityEffectView }>()('/manager/halls/:hallId/special-days', {
    access: 'managerOrAdmin',
    summary: '安排特殊日：停办、缩短、延时、节假日',
    body: specialDayRules,
    errors: changes,
  }),
  setRosterException: post<{ body: RosterExceptionBody; result: CapacityEffectView }>()(
    '/manager/halls/:hallId/roster-exceptions',
    { access: 'managerOrAdmin', summary: '调整某窗口某天的值班', body: rosterExceptionRules, errors: changes },
  ),
  setOrdinaryDay: post<{ body: OrdinaryDayBody; result: CapacityEffectView }>()(
    '/manager/halls/:hallId/ordinary-days',
    { access: 'managerOrAdmin', summary: '恢复某天的平常安排', body: ordinaryDayRules, errors: changes },
  ),
  previewWeek: post<{ body: HallWeekBody; result: CapacityEffectView }>()('/manager/halls/:hallId/week/preview', {
    access: 'managerOrAdmin',
    summary: '试算每周办公时间的影响',
    body: hallWeekRules,
    unrepeatable: true,
    errors: changes,
  }),
  previewWindow: post<{ body: WindowBody; result: CapacityEffectView }>()('/manager/halls/:hallId/windows/preview', {
    access: 'managerOrAdmin',
    summary: '试算窗口和值班表的影响',
    body: windowRules,
    unrepeatable: true,
    errors: changes,
  }),
  previewSpecialDay: post<{ body: SpecialDayBody; result: CapacityEffectView }>()(
    '/manager/halls/:hallId/special-days/preview',
    {
      access: 'managerOrAdmin',
      summary: '试算特殊日的影响',
      body: specialDayRules,
      unrepeatable: true,
      errors: changes,
    },
  ),
  previewRosterException: post<{ body: RosterExceptionBody; result: CapacityEffectView }>()(
    '/manager/halls/:hallId/roster-exceptions/preview',
    {
      access: 'managerOrAdmin',
      summary: '试算值班调整的影响',
      body: rosterExceptionRules,
      unrepeatable: true,
      errors: changes,
    },
  ),
} as const;
