import type {
  AffectedStatus,
  AppealStatus,
  AppointmentStatus,
  CaseStatus,
  HelpStatus,
  NoticeStatus,
  TicketStatus,
  WindowState,
} from '@yiyun/shared';
import type { StatusTone } from './status-tag';

/** What each state means to the one at the counter; its word is shared's. */
export const appointmentTones: Record<AppointmentStatus, StatusTone> = {
  held: 'waiting',
  pending: 'attention',
  confirmed: 'waiting',
  checkedIn: 'working',
  serving: 'working',
  completed: 'done',
  rejected: 'ended',
  cancelled: 'ended',
  noShow: 'ended',
  expired: 'ended',
  rescheduled: 'ended',
};

export const caseTones: Record<CaseStatus, StatusTone> = {
  opened: 'attention',
  accepted: 'working',
  reviewing: 'working',
  correctionRequested: 'waiting',
  decided: 'attention',
  completed: 'done',
  declined: 'ended',
  withdrawn: 'ended',
};

export const helpTones: Record<HelpStatus, StatusTone> = {
  open: 'attention',
  claimed: 'working',
  answered: 'waiting',
  accepted: 'done',
  reopened: 'attention',
  closed: 'ended',
};

export const noticeTones: Record<NoticeStatus, StatusTone> = {
  draft: 'waiting',
  published: 'done',
  completed: 'ended',
};

export const ticketTones: Record<TicketStatus, StatusTone> = {
  waiting: 'waiting',
  called: 'attention',
  serving: 'working',
  parked: 'waiting',
  missed: 'ended',
  done: 'done',
  left: 'ended',
};

export const windowTones: Record<WindowState, StatusTone> = { open: 'working', paused: 'attention', closed: 'ended' };

export const affectedTones: Record<AffectedStatus, StatusTone> = {
  preparing: 'working',
  offered: 'waiting',
  toCall: 'attention',
  chosen: 'done',
  declined: 'ended',
  unreachable: 'failed',
};

export const appealTones: Record<AppealStatus, StatusTone> = {
  pending: 'attention',
  upheld: 'done',
  rejected: 'ended',
};
