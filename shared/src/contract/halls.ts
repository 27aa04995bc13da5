import type { RulesFor } from '../rules.js';
import { get, idRule, patch, post } from './route.js';

/** One stretch of opening time, in minutes of the day (Asia/Shanghai). */
export interface IntervalView {
  fromMinutes: number;
  toMinutes: number;
}
export interface HallView {
  id: string;
  name: string;
  address: string;
  telephone: string;
  /** WGS-84 degrees × 1,000,000. */
  latitudeE6: number;
  longitudeE6: number;
  /** Monday first; an empty day is closed. */
  weekly: IntervalView[][];
  /** Openings of today, after holidays and make-up days. */
  today: IntervalView[];
  openNow: boolean;
  /** The next opening when closed now; null past the end of the calendar. */
  nextOpenAt: number | null;
  /** How to get there, what is near. */
  guide: string;
  /** Set where the data is invented for a demonstration. */
  sampleNote: string | null;
}
export interface ServiceWindowView {
  id: string;
  label: string;
  skills: string[];
  /** Complex matters go there where the queue keeps them apart. */
  servesComplex: boolean;
  /** Who sits there when, Monday first. */
  roster: IntervalView[][];
  /** Share of its time given out ahead, in per cent. */
  bookablePercent: number;
  active: boolean;
}
export interface ManagedHallView extends HallView {
  version: number;
  windows: ServiceWindowView[];
  /** 值班领导: takes what nobody else can; told of crowds, of windows that stand empty and of what waits unconfirmed. */
  dutyLeader: { id: string; name: string } | null;
  /** The last day for which slots exist. */
  slotsUntilOn: string | null;
}
export interface CalendarView {
  version: string;
  coversFromOn: string;
  coversUntilOn: string;
  daysLeft: number;
  /** True from 60 days before the end of the loaded years. */
  warning: boolean;
  days: { on: string; off: boolean; name: string }[];
  source: string;
}

export interface UpdateHallBody {
  version: number;
  address: string;
  telephone: string;
  guide: string;
  /** A staff account of this hall, or a manager; left out: nobody. */
  dutyLeaderId?: string;
}
export const updateHallRules = {
  version: { kind: 'int', min: 1, max: 1_000_000, label: '版本' },
  address: { kind: 'string', min: 4, max: 200, label: '地址' },
  telephone: { kind: 'string', min: 5, max: 20, pattern: /^[\d-]+$/, label: '联系电话' },
  guide: { kind: 'string', max: 500, label: '到达指引' },
  dutyLeaderId: { ...idRule, optional: true, label: '值班领导' },
} as const satisfies RulesFor<UpdateHallBody>;

export interface ImportCalendarBody {
  /** Years to add, one day a line: `2027-01-01 休 元旦` or `2027-02-20 班 春节调休`; every other day follows the week. */
  text: string;
  coversUntilOn: string;
  source: string;
}
export const importCalendarRules = {
  text: { kind: 'string', min: 10, max: 20_000, label: '节假日安排' },
  coversUntilOn: { kind: 'string', max: 10, format: 'localDate', label: '安排的最后一天' },
  source: { kind: 'string', min: 4, max: 200, label: '来源文件' },
} as const satisfies RulesFor<ImportCalendarBody>;

export interface CalendarQuery {
  year: number;
}
export const calendarQueryRules = {
  year: { kind: 'int', min: 2024, max: 2100, label: '年份' },
} as const satisfies RulesFor<CalendarQuery>;

export interface HallStaffQuery {
  hallId?: string;
}
export const hallFilterRules = {
  hallId: { ...idRule, optional: true, label: '办税服务厅' },
} as const satisfies RulesFor<HallStaffQuery>;

export const halls = {
  list: get<{ result: HallView[] }>()('/public/halls', { access: 'public', summary: '办税服务厅列表' }),
  get: get<{ result: HallView }>()('/public/halls/:hallId', { access: 'public', summary: '办税服务厅详情' }),
  managedList: get<{ result: ManagedHallView[] }>()('/manager/halls', {
    access: 'managerOrAdmin',
    summary: '办税服务厅设置',
  }),
  update: patch<{ body: UpdateHallBody; result: ManagedHallView }>()('/manager/halls/:hallId', {
    access: 'managerOrAdmin',
    summary: '修改办税服务厅',
    body: updateHallRules,
    errors: ['request.stale'],
  }),
  calendar: get<{ query: CalendarQuery; result: CalendarView }>()('/manager/calendar', {
    access: 'managerOrAdmin',
    summary: '工作日历',
    query: calendarQueryRules,
  }),
  importCalendar: post<{ body: ImportCalendarBody; result: CalendarView }>()('/manager/calendar/imports', {
    access: 'managerOrAdmin',
    summary: '导入节假日安排',
    body: importCalendarRules,
    errors: ['calendar.import_invalid'],
  }),
} as const;
