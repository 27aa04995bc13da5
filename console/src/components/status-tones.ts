import type { AppointmentStatus, CaseStatus, HelpStatus, NoticeStatus } from '@yiyun/shared';
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
