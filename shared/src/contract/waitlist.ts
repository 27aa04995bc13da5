import type { RulesFor } from '../rules.js';
import { get, idRule, type Page, type PageQuery, pageRules, post, type VersionBody, versionRules } from './route.js';

/** 候补: waiting for a place that somebody gives back. Offered in order, as a place held for a while, never oversold. */
export const waitlistScopes = ['slot', 'halfDay', 'day'] as const;
export type WaitlistScope = (typeof waitlistScopes)[number];
export const waitlistStatuses = ['waiting', 'offered', 'taken', 'left', 'lapsed'] as const;
/** `offered`: a place is held for the person now; `taken`: it became an appointment; `left`: the person no longer waits; `lapsed`: the time waited for has passed, or the place was offered and not taken in time. */
export type WaitlistStatus = (typeof waitlistStatuses)[number];
export const waitlistStatusNames: Record<WaitlistStatus, string> = {
  waiting: '候补中',
  offered: '已为您留号',
  taken: '已约上',
  left: '已退出',
  lapsed: '已过期',
};

export interface WaitlistEntryView {
  id: string;
  status: WaitlistStatus;
  version: number;
  hall: { id: string; name: string };
  matter: { id: string; name: string };
  taxpayer: { id: string; name: string };
  scope: WaitlistScope;
  on: string;
  /** The time waited for: a slot, a half-day or a day. */
  fromAt: number;
  untilAt: number;
  /** How many wait before this one for the same time; 0 when next. */
  aheadCount: number;
  joinedAt: number;
  /** The appointment that is held while offered, and which it became when taken. */
  appointmentId: string | null;
  heldUntil: number | null;
}

export interface JoinWaitlistBody {
  /** Any slot of the time waited for: itself, its half-day or its day, by `scope`. */
  slotId: string;
  matterId: string;
  taxpayerId: string;
  scope: WaitlistScope;
}
export const joinWaitlistRules = {
  slotId: { ...idRule, label: '时段' },
  matterId: { ...idRule, label: '事项' },
  taxpayerId: { ...idRule, label: '为谁办理' },
  scope: { kind: 'enum', values: waitlistScopes, label: '候补范围' },
} as const satisfies RulesFor<JoinWaitlistBody>;

export const waitlist = {
  join: post<{ body: JoinWaitlistBody; result: WaitlistEntryView }>()('/waitlist', {
    access: 'citizen',
    summary: '加入候补',
    body: joinWaitlistRules,
    errors: [
      'waitlist.place_free',
      'waitlist.already_waiting',
      'appointment.slot_closed',
      'appointment.slot_past',
      'appointment.slot_too_early',
      'appointment.matter_not_offered',
      'appointment.already_booked',
      'appointment.blocked',
      'appointment.closed_hours',
      'identity.consent_required',
      'identity.phone_required',
      'identity.taxpayer_not_yours',
    ],
  }),
  mine: get<{ query: PageQuery; result: Page<WaitlistEntryView> }>()('/waitlist', {
    access: 'citizen',
    summary: '我的候补',
    query: pageRules,
  }),
  leave: post<{ body: VersionBody; result: WaitlistEntryView }>()('/waitlist/:waitlistEntryId/leave', {
    access: 'owner',
    summary: '退出候补；留着的号给下一位',
    body: versionRules,
    errors: ['request.stale', 'request.not_available'],
  }),
} as const;
