import type { TicketAction, TicketStatus, WindowState } from '../domain/queue-status.js';
import { ticketStatuses } from '../domain/queue-status.js';
import type { RulesFor } from '../rules.js';
import type { MatterGroup } from './matters.js';
import { type QueuePolicyView, type UpdateQueuePolicyBody, updateQueuePolicyRules } from './policies.js';
import type { TimelineEntry } from './records.js';
import {
  get,
  idRule,
  type Page,
  type PageQuery,
  pageRules,
  patch,
  post,
  type VersionBody,
  versionRules,
} from './route.js';

export const ticketSources = ['appointment', 'walkIn', 'kiosk', 'paper'] as const;
export type TicketSource = (typeof ticketSources)[number];
export const lanes = ['priority', 'appointment', 'simple', 'complex'] as const;
/** 绿色通道, 预约, 简易, 复杂: what a ticket waits as. Decided once, when the ticket is drawn. */
export type Lane = (typeof lanes)[number];
export const laneNames: Record<Lane, string> = {
  priority: '绿色通道',
  appointment: '预约',
  simple: '简易事项',
  complex: '复杂事项',
};
export const priorityReasons = ['elderly', 'disabled', 'pregnant', 'sick', 'creditA'] as const;
export type PriorityReason = (typeof priorityReasons)[number];
export const priorityReasonNames: Record<PriorityReason, string> = {
  elderly: '老年人',
  disabled: '残疾人',
  pregnant: '孕妇或带婴儿',
  sick: '病患',
  creditA: '纳税信用A级',
};

/** A true wait: half of the simulated days were shorter than `p50Minutes`, four in five shorter than `p80Minutes`. */
export interface WaitRange {
  p50Minutes: number;
  p80Minutes: number;
}
/** `source` says in plain words from what the range was computed; `range` is null when no window that could serve is open. */
export interface WaitEstimateView {
  range: WaitRange | null;
  source: string;
}

export interface TicketView {
  id: string;
  /** As printed and called: A012. Unique in its hall on its day (Q4). */
  number: string;
  hallId: string;
  on: string;
  source: TicketSource;
  lane: Lane;
  priorityReason: PriorityReason | null;
  status: TicketStatus;
  version: number;
  matters: { id: string; name: string; group: MatterGroup }[];
  drawnAt: number;
  calledAt: number | null;
  startedAt: number | null;
  endedAt: number | null;
  window: { id: string; label: string } | null;
  /** 前面人数: those who will be called before, by the one ordering function; null when not waiting. */
  aheadCount: number | null;
  estimate: WaitEstimateView | null;
  /** Opens the ticket on a phone, without an account; printed as the QR code. */
  publicToken: string;
}
/** What a phone shows of a ticket: its own, or by the code on the paper. */
export interface LiveTicketView extends TicketView {
  hall: { id: string; name: string; address: string };
  supportingDocuments: string[];
  /** True when the person asked to be told at three ahead. */
  notifyWhenNear: boolean;
  recallCount: number;
  updatedAt: number;
}
export interface StaffTicketView extends TicketView {
  /** Masked, as far as known: from the appointment or the guide desk. */
  person: { name: string; maskedPhone: string } | null;
  appointment: { id: string; referenceNo: string; startsAt: number; note: string | null } | null;
  /** Cases opened for it. */
  caseIds: string[];
  /** Minutes until the bound of its lane; negative when it is broken. */
  boundInMinutes: number | null;
  missedCount: number;
  parkedReason: string | null;
  /** The window or officer it was handed to, if any. */
  reservedFor: string | null;
  transfers: { at: number; from: string; to: string; reason: string }[];
  availableActions: TicketAction[];
}
export interface StaffTicketDetailView extends StaffTicketView {
  timeline: TimelineEntry[];
}

export interface WindowStatusView {
  id: string;
  label: string;
  skills: string[];
  servesComplex: boolean;
  state: WindowState;
  /** Why it is paused: 午休, 系统故障 …; null when open. */
  reason: string | null;
  since: number | null;
  /** Who sits there. */
  officer: { id: string; name: string } | null;
  /** By its roster it should be open now. */
  rostered: boolean;
  currentTicket: { id: string; number: string; status: TicketStatus; sinceAt: number } | null;
  servedToday: number;
}
export interface QueueFiguresView {
  waiting: Record<Lane, number>;
  longestWaitMinutes: Record<Lane, number>;
  /** Open minutes ÷ rostered minutes so far today, and now, in per cent; null when none was rostered. */
  windowOpenRateNow: number | null;
  windowOpenRateToday: number | null;
  estimates: Record<MatterGroup, WaitEstimateView>;
  /** 应急窗口: proposed when more wait than the policy bears. */
  crowded: boolean;
  rateTooLow: boolean;
  /** The lines of the hall's policy: so many waiting, so many per cent of the windows open. */
  crowdedAbove: number;
  rateFloorPercent: number;
  served: number;
  missed: number;
}
/** One screenful of the day: who waits in the order of calling, who is served where, how the windows stand. */
export interface DayBoardView {
  hallId: string;
  on: string;
  at: number;
  figures: QueueFiguresView;
  windows: WindowStatusView[];
  /** In the order in which they will be called (Q2). */
  waiting: StaffTicketView[];
  atWindows: StaffTicketView[];
  missed: StaffTicketView[];
  dutyLeader: { id: string; name: string } | null;
  emergencyOpenedAt: number | null;
}
/** What hangs on the wall; no name, no phone. */
export interface HallScreenView {
  hallName: string;
  at: number;
  open: boolean;
  /** Newest first. */
  calls: { number: string; windowLabel: string; calledAt: number; recallCount: number }[];
  waiting: { lane: Lane; count: number; next: string[] }[];
  windows: { label: string; state: WindowState; reason: string | null; number: string | null }[];
  notice: string | null;
}
/** How full a hall is, for choosing one. */
export interface HallLoadView {
  hallId: string;
  open: boolean;
  waiting: number;
  openWindows: number;
  /** For whoever would draw a ticket now. */
  estimates: Record<MatterGroup, WaitEstimateView>;
  at: number;
}

export interface CheckInBody {
  /** The text of the appointment's QR code, or its reference number. */
  code?: string;
  /** At the desk without a code: the last four digits of the phone, and who of several. */
  phoneTail?: string;
  appointmentId?: string;
  priorityReason?: PriorityReason;
}
const priorityReason = { kind: 'enum', values: priorityReasons, optional: true, label: '绿色通道' } as const;
export const checkInRules = {
  code: { kind: 'string', max: 200, optional: true, label: '预约码' },
  phoneTail: { kind: 'string', min: 4, max: 4, pattern: /^\d{4}$/, optional: true, label: '手机号后四位' },
  appointmentId: { ...idRule, optional: true, label: '预约' },
  priorityReason,
} as const satisfies RulesFor<CheckInBody>;

export interface DrawTicketBody {
  matterIds: string[];
  source: 'walkIn' | 'kiosk';
  priorityReason?: PriorityReason;
  name?: string;
  phone?: string;
}
export const drawTicketRules = {
  matterIds: { kind: 'strings', min: 1, max: 5, item: { min: 26, max: 26 }, label: '办理事项' },
  source: { kind: 'enum', values: ['walkIn', 'kiosk'] as const, label: '取号方式' },
  priorityReason,
  name: { kind: 'string', min: 1, max: 30, optional: true, label: '姓名' },
  phone: { kind: 'string', max: 11, format: 'phone', optional: true, label: '手机号' },
} as const satisfies RulesFor<DrawTicketBody>;

/** Pre-numbered paper for a power cut: numbers are set aside before, and told to the system afterwards. */
export interface PaperBlockView {
  id: string;
  on: string;
  firstNumber: string;
  lastNumber: string;
  numbers: string[];
  reconciled: number;
}
export interface ReservePaperBody {
  count: number;
}
export const reservePaperRules = {
  count: { kind: 'int', min: 1, max: 200, label: '张数' },
} as const satisfies RulesFor<ReservePaperBody>;
export interface ReconcilePaperBody {
  /** A line a ticket: `P003 09:40 10:05 窗口2 发票`: number, drawn at, served until (or 未办), window, category or matter. */
  text: string;
}
export const reconcilePaperRules = {
  text: { kind: 'string', min: 5, max: 20_000, label: '纸质号登记' },
} as const satisfies RulesFor<ReconcilePaperBody>;
export interface PaperReconciliationView {
  accepted: number;
  refused: { line: number; text: string; reason: string }[];
}

export interface WindowBodyOf {
  windowId: string;
}
const windowId = { ...idRule, label: '窗口' } as const;
export const windowOfRules = { windowId } as const satisfies RulesFor<WindowBodyOf>;

export interface CallTicketBody extends WindowBodyOf, VersionBody {}
export const callTicketRules = { ...versionRules, windowId } as const satisfies RulesFor<CallTicketBody>;

export interface SetWindowStateBody {
  state: WindowState;
  reason?: string;
}
export const pauseReasons = ['午休', '短暂离开', '系统故障', '业务培训', '交接班'] as const;
export const setWindowStateRules = {
  state: { kind: 'enum', values: ['open', 'paused', 'closed'] as const, label: '窗口状态' },
  reason: { kind: 'string', min: 1, max: 50, optional: true, label: '原因' },
} as const satisfies RulesFor<SetWindowStateBody>;

export interface ParkTicketBody extends VersionBody {
  reason: string;
}
const reasonRule = { kind: 'string', min: 2, max: 100, label: '原因' } as const;
export const parkTicketRules = { ...versionRules, reason: reasonRule } as const satisfies RulesFor<ParkTicketBody>;
export interface TransferTicketBody extends VersionBody {
  /** One of the three: a window, an officer (wherever he sits) or another matter for any window that serves it. */
  windowId?: string;
  staffId?: string;
  matterId?: string;
  reason: string;
}
export const transferTicketRules = {
  ...versionRules,
  windowId: { ...windowId, optional: true },
  staffId: { ...idRule, optional: true, label: '工作人员' },
  matterId: { ...idRule, optional: true, label: '事项' },
  reason: reasonRule,
} as const satisfies RulesFor<TransferTicketBody>;
export interface AddMatterBody extends VersionBody {
  matterId: string;
}
export const addMatterRules = {
  ...versionRules,
  matterId: { ...idRule, label: '事项' },
} as const satisfies RulesFor<AddMatterBody>;

export interface TicketListQuery extends PageQuery {
  on?: string;
  status?: TicketStatus;
  lane?: Lane;
  q?: string;
}
export const ticketListRules = {
  ...pageRules,
  on: { kind: 'string', max: 10, format: 'localDate', optional: true, label: '日期' },
  status: { kind: 'enum', values: ticketStatuses, optional: true, label: '状态' },
  lane: { kind: 'enum', values: lanes, optional: true, label: '通道' },
  q: { kind: 'string', max: 50, optional: true, label: '搜索' },
} as const satisfies RulesFor<TicketListQuery>;

export interface NotifyNearBody {
  on: boolean;
}
export const notifyNearRules = {
  on: { kind: 'boolean', label: '快到时提醒' },
} as const satisfies RulesFor<NotifyNearBody>;

/** What a day was like. */
export interface DaySummaryView {
  on: string;
  drawn: number;
  served: number;
  missed: number;
  left: number;
  appointments: { booked: number; came: number; noShow: number; cancelled: number };
  waitMinutes: { lane: Lane; median: number; p80: number; longest: number; overBound: number }[];
  serviceMinutes: { matterName: string; count: number; median: number }[];
  windows: { label: string; openMinutes: number; rosteredMinutes: number; served: number }[];
  windowOpenRate: number | null;
  /** The hall's line: below it an alert is raised, in per cent. */
  rateFloorPercent: number;
  /** One entry a quarter of an hour. */
  rateOverTime: { at: number; percent: number | null; waiting: number }[];
}
export interface DayQuery {
  on: string;
}
export const dayQueryRules = {
  on: { kind: 'string', max: 10, format: 'localDate', label: '日期' },
} as const satisfies RulesFor<DayQuery>;

const acts = ['request.stale', 'request.not_available', 'queue.not_your_window'] as const;
const onTicket = <const W extends string>(what: W) => `/staff/tickets/:ticketId/${what}` as const;

export const queue = {
  load: get<{ result: HallLoadView[] }>()('/public/hall-loads', { access: 'public', summary: '各厅实时人数与等候' }),
  screen: get<{ result: HallScreenView }>()('/public/halls/:hallId/screen', { access: 'public', summary: '叫号屏' }),
  publicTicket: get<{ result: LiveTicketView }>()('/public/tickets/:publicToken', {
    access: 'public',
    summary: '凭号票二维码看实时排队',
  }),
  mine: get<{ result: LiveTicketView[] }>()('/tickets', { access: 'citizen', summary: '我今天的号' }),
  /** Takes a paper ticket into the account of whoever scans it first. */
  keep: post<{ body: { publicToken: string }; result: LiveTicketView }>()('/tickets/keep', {
    access: 'citizen',
    summary: '把号票放进我的账户',
    body: { publicToken: { kind: 'string', min: 8, max: 40, label: '号票码' } },
    errors: ['queue.ticket_kept_by_other'],
  }),
  notifyNear: post<{ body: NotifyNearBody; result: LiveTicketView }>()('/tickets/:ticketId/notify', {
    access: 'owner',
    summary: '前面还有三位时提醒我',
    body: notifyNearRules,
  }),
  board: get<{ result: DayBoardView }>()('/staff/halls/:hallId/board', { access: 'hallRead', summary: '当日看板' }),
  list: get<{ query: TicketListQuery; result: Page<StaffTicketView> }>()('/staff/halls/:hallId/tickets', {
    access: 'hallRead',
    summary: '号票列表',
    query: ticketListRules,
  }),
  get: get<{ result: StaffTicketDetailView }>()('/staff/tickets/:ticketId', {
    access: 'hallRead',
    summary: '号票详情',
  }),
  day: get<{ query: DayQuery; result: DaySummaryView }>()('/staff/halls/:hallId/day', {
    access: 'hallRead',
    summary: '一天的情况',
    query: dayQueryRules,
  }),
  findAppointments: get<{
    query: { phoneTail: string };
    result: { id: string; referenceNo: string; startsAt: number; matterName: string; maskedName: string }[];
  }>()('/staff/halls/:hallId/check-in', {
    access: 'hallAct',
    summary: '凭手机号后四位找今天的预约',
    query: { phoneTail: { kind: 'string', min: 4, max: 4, pattern: /^\d{4}$/, label: '手机号后四位' } },
  }),
  checkIn: post<{ body: CheckInBody; result: StaffTicketView }>()('/staff/halls/:hallId/check-in', {
    access: 'hallAct',
    summary: '预约签到取号',
    body: checkInRules,
    errors: [
      'queue.appointment_not_today',
      'queue.appointment_other_hall',
      'queue.already_checked_in',
      'queue.too_early',
      'queue.too_late',
      'queue.code_unknown',
      'request.not_available',
    ],
  }),
  draw: post<{ body: DrawTicketBody; result: StaffTicketView }>()('/staff/halls/:hallId/tickets', {
    access: 'hallAct',
    summary: '现场取号',
    body: drawTicketRules,
    errors: ['queue.matter_not_served', 'queue.hall_closed'],
  }),
  reservePaper: post<{ body: ReservePaperBody; result: PaperBlockView }>()('/staff/halls/:hallId/paper-blocks', {
    access: 'hallAct',
    summary: '预留纸质号',
    body: reservePaperRules,
  }),
  reconcilePaper: post<{ body: ReconcilePaperBody; result: PaperReconciliationView }>()(
    '/staff/halls/:hallId/paper-blocks/reconcile',
    { access: 'hallAct', summary: '补录纸质号', body: reconcilePaperRules },
  ),
  setWindowState: post<{ body: SetWindowStateBody; result: WindowStatusView }>()('/staff/windows/:windowId/state', {
    access: 'hallAct',
    summary: '开窗、暂停、关窗',
    body: setWindowStateRules,
    errors: ['queue.window_taken', 'queue.ticket_in_hand', 'queue.already_at_window'],
  }),
  callNext: post<{ result: { ticket: StaffTicketView | null } }>()('/staff/windows/:windowId/call-next', {
    access: 'hallAct',
    summary: '叫下一位',
    errors: ['queue.window_not_open', 'queue.ticket_in_hand', 'queue.not_your_window'],
  }),
  call: post<{ body: CallTicketBody; result: StaffTicketView }>()(onTicket('call'), {
    access: 'hallAct',
    summary: '叫指定的号（过号返回、转来的号）',
    body: callTicketRules,
    errors: [...acts, 'queue.window_not_open', 'queue.ticket_in_hand'],
  }),
  recall: post<{ body: VersionBody; result: StaffTicketView }>()(onTicket('recall'), {
    access: 'hallAct',
    summary: '重呼',
    body: versionRules,
    errors: acts,
  }),
  start: post<{ body: VersionBody; result: StaffTicketView }>()(onTicket('start'), {
    access: 'hallAct',
    summary: '开始办理',
    body: versionRules,
    errors: acts,
  }),
  park: post<{ body: ParkTicketBody; result: StaffTicketView }>()(onTicket('park'), {
    access: 'hallAct',
    summary: '暂放',
    body: parkTicketRules,
    errors: acts,
  }),
  resume: post<{ body: VersionBody; result: StaffTicketView }>()(onTicket('resume'), {
    access: 'hallAct',
    summary: '继续办理',
    body: versionRules,
    errors: [...acts, 'queue.ticket_in_hand'],
  }),
  transfer: post<{ body: TransferTicketBody; result: StaffTicketView }>()(onTicket('transfer'), {
    access: 'hallAct',
    summary: '转窗口、转人员、转事项',
    body: transferTicketRules,
    errors: [...acts, 'queue.matter_not_served', 'queue.window_not_open'],
  }),
  addMatter: post<{ body: AddMatterBody; result: StaffTicketView }>()(onTicket('matters'), {
    access: 'hallAct',
    summary: '同一号加办事项',
    body: addMatterRules,
    errors: acts,
  }),
  miss: post<{ body: VersionBody; result: StaffTicketView }>()(onTicket('miss'), {
    access: 'hallAct',
    summary: '过号',
    body: versionRules,
    errors: acts,
  }),
  return: post<{ body: VersionBody; result: StaffTicketView }>()(onTicket('return'), {
    access: 'hallAct',
    summary: '过号返回排队',
    body: versionRules,
    errors: acts,
  }),
  finish: post<{ body: VersionBody; result: StaffTicketView }>()(onTicket('finish'), {
    access: 'hallAct',
    summary: '办完',
    body: versionRules,
    errors: acts,
  }),
  leave: post<{ body: ParkTicketBody; result: StaffTicketView }>()(onTicket('leave'), {
    access: 'hallAct',
    summary: '本人离开，作废号票',
    body: parkTicketRules,
    errors: acts,
  }),
  openEmergency: post<{ body: WindowBodyOf; result: DayBoardView }>()('/staff/halls/:hallId/emergency-window', {
    access: 'hallAct',
    summary: '开应急窗口',
    body: windowOfRules,
    errors: ['queue.window_taken', 'queue.already_at_window'],
  }),
  policy: get<{ result: QueuePolicyView }>()('/manager/halls/:hallId/queue-policy', {
    access: 'manager',
    summary: '排队规则',
  }),
  updatePolicy: patch<{ body: UpdateQueuePolicyBody; result: QueuePolicyView }>()(
    '/manager/halls/:hallId/queue-policy',
    { access: 'manager', summary: '修改排队规则', body: updateQueuePolicyRules, errors: ['request.stale'] },
  ),
} as const;
