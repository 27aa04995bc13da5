import { type AffectedAction, type AffectedStatus, affectedStatuses } from '../domain/disruption-status.js';
import type { RulesFor } from '../rules.js';
import type { MatterGroup } from './matters.js';
import { get, idRule, type Page, type PageQuery, pageRules, post, type VersionBody, versionRules } from './route.js';

/** 停办: a hall, some windows' matters or some hours are closed. Everybody affected has an offer, a choice made, or a call task (A4). */
export const disruptionScopes = ['hall', 'group'] as const;
export type DisruptionScope = (typeof disruptionScopes)[number];

/** A place held for the person until `heldUntil`. */
export interface AlternativeView {
  appointmentId: string;
  hall: { id: string; name: string; address: string };
  startsAt: number;
  endsAt: number;
  heldUntil: number;
}
/** What the affected person sees. */
export interface DisruptionOfferView {
  id: string;
  status: AffectedStatus;
  version: number;
  reason: string;
  /** The closed hall, with whom to call. */
  hall: { id: string; name: string; telephone: string };
  /** Of all its matters, joined by 、. */
  matterName: string;
  taxpayerName: string;
  /** The appointment that can't take place. */
  appointmentId: string;
  startsAt: number;
  alternatives: AlternativeView[];
  chosenAppointmentId: string | null;
  /** `choose` one of the alternatives, `askForCall` when none suits. */
  availableActions: AffectedAction[];
}
export interface AffectedView {
  id: string;
  status: AffectedStatus;
  version: number;
  appointment: { id: string; referenceNo: string; startsAt: number };
  matter: { id: string; name: string };
  person: { name: string; maskedPhone: string };
  alternatives: AlternativeView[];
  /** Who calls. */
  caller: { id: string; name: string } | null;
  calls: CallView[];
  /** When the person opened the message or the offer. */
  readAt: number | null;
  chosenAppointmentId: string | null;
  /** For the officer: `rebook`, `noteCall` (nobody answered), `decline`; `giveUp` follows by itself. */
  availableActions: AffectedAction[];
}
export interface CallView {
  at: number;
  by: string;
  result: CallResult;
  note: string | null;
}
export interface CallTaskView extends AffectedView {
  disruptionId: string;
  reason: string;
}
/** With the number to dial; each look at one is recorded. */
export interface CallTaskDetailView extends CallTaskView {
  /** Null where none is known. */
  phone: string | null;
}
export interface DisruptionView {
  id: string;
  hall: { id: string; name: string };
  scope: DisruptionScope;
  group: MatterGroup | null;
  fromAt: number;
  untilAt: number;
  reason: string;
  createdAt: number;
  createdBy: string;
  /** Progress: everybody affected is in exactly one of these. */
  counts: Record<AffectedStatus, number>;
  /** True while offers are still being prepared. */
  working: boolean;
}
export interface DisruptionPreview {
  affected: number;
  byMatter: { matterName: string; count: number }[];
  /** With a ticket in the hall now, when it closes today. */
  waiting: number;
  slotsClosed: number;
}

export interface DisruptionBody {
  hallId: string;
  scope: DisruptionScope;
  group?: MatterGroup;
  /** `2026-11-30 14:00`, in Asia/Shanghai. */
  from: string;
  until: string;
  reason: string;
}
const localTime = { kind: 'string', min: 16, max: 16, pattern: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/ } as const;
export const disruptionRules = {
  hallId: { ...idRule, label: '办税服务厅' },
  scope: { kind: 'enum', values: disruptionScopes, label: '停办范围' },
  group: { kind: 'enum', values: ['simple', 'complex'] as const, optional: true, label: '停办的事项' },
  from: { ...localTime, label: '开始时间' },
  until: { ...localTime, label: '结束时间' },
  reason: { kind: 'string', min: 4, max: 200, label: '原因' },
} as const satisfies RulesFor<DisruptionBody>;

export interface ChooseAlternativeBody extends VersionBody {
  /** The held place chosen; left out: none suits, please call me. */
  appointmentId?: string;
}
export const chooseAlternativeRules = {
  ...versionRules,
  appointmentId: { ...idRule, optional: true, label: '改约方案' },
} as const satisfies RulesFor<ChooseAlternativeBody>;

export const callResults = ['reached', 'noAnswer', 'wrongNumber', 'declined'] as const;
export type CallResult = (typeof callResults)[number];
export const callResultNames: Record<CallResult, string> = {
  reached: '已联系上并改约',
  noAnswer: '无人接听',
  wrongNumber: '号码不对',
  declined: '本人不再办理',
};
export interface RecordCallBody extends VersionBody {
  result: CallResult;
  /** When reached: the held place chosen, or a slot of any hall. */
  appointmentId?: string;
  slotId?: string;
  note?: string;
}
export const recordCallRules = {
  ...versionRules,
  result: { kind: 'enum', values: callResults, label: '联系结果' },
  appointmentId: { ...idRule, optional: true, label: '改约方案' },
  slotId: { ...idRule, optional: true, label: '时段' },
  note: { kind: 'string', max: 200, optional: true, label: '备注' },
} as const satisfies RulesFor<RecordCallBody>;

export const affectedListRules = {
  ...pageRules,
  status: { kind: 'enum', values: affectedStatuses, optional: true, label: '状态' },
} as const satisfies RulesFor<AffectedListQuery>;
export interface AffectedListQuery extends PageQuery {
  status?: AffectedStatus;
}
export interface CallListQuery extends PageQuery {
  mine?: boolean;
}
export const callListRules = {
  ...pageRules,
  mine: { kind: 'boolean', optional: true, label: '只看我的' },
} as const satisfies RulesFor<CallListQuery>;

export const disruptions = {
  preview: post<{ body: DisruptionBody; result: DisruptionPreview }>()('/manager/disruptions/preview', {
    access: 'manager',
    summary: '停办会影响谁',
    body: disruptionRules,
    unrepeatable: true,
    errors: ['disruption.time_invalid'],
  }),
  create: post<{ body: DisruptionBody; result: DisruptionView }>()('/manager/disruptions', {
    access: 'manager',
    summary: '停办并为受影响者安排改约',
    body: disruptionRules,
    errors: ['disruption.time_invalid'],
  }),
  list: get<{ query: PageQuery; result: Page<DisruptionView> }>()('/manager/disruptions', {
    access: 'manager',
    summary: '停办记录',
    query: pageRules,
  }),
  get: get<{ result: DisruptionView }>()('/manager/disruptions/:disruptionId', {
    access: 'manager',
    summary: '停办详情与进展',
  }),
  affected: get<{ query: AffectedListQuery; result: Page<AffectedView> }>()(
    '/manager/disruptions/:disruptionId/affected',
    { access: 'manager', summary: '受影响者', query: affectedListRules },
  ),
  offers: get<{ result: DisruptionOfferView[] }>()('/disruption-offers', {
    access: 'citizen',
    summary: '我的改约方案',
  }),
  offer: get<{ result: DisruptionOfferView }>()('/disruption-offers/:affectedPartyId', {
    access: 'owner',
    summary: '改约方案',
  }),
  choose: post<{ body: ChooseAlternativeBody; result: DisruptionOfferView }>()(
    '/disruption-offers/:affectedPartyId/choose',
    {
      access: 'owner',
      summary: '选定改约方案，或请工作人员来电',
      body: chooseAlternativeRules,
      errors: ['request.stale', 'request.not_available', 'appointment.hold_expired', 'appointment.already_booked'],
    },
  ),
  callList: get<{ query: CallListQuery; result: Page<CallTaskView> }>()('/staff/halls/:hallId/call-list', {
    access: 'hallAct',
    summary: '待电话联系',
    query: callListRules,
  }),
  callTask: get<{ result: CallTaskDetailView }>()('/staff/affected-parties/:affectedPartyId', {
    access: 'hallAct',
    summary: '待联系的人和电话',
  }),
  recordCall: post<{ body: RecordCallBody; result: CallTaskView }>()('/staff/affected-parties/:affectedPartyId/calls', {
    access: 'hallAct',
    summary: '登记电话结果并代为改约',
    body: recordCallRules,
    errors: [
      'request.stale',
      'request.not_available',
      'appointment.hold_expired',
      'appointment.slot_full',
      'appointment.slot_closed',
      'appointment.slot_past',
      'appointment.already_booked',
    ],
  }),
} as const;
