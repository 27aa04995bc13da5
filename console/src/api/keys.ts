import type { QueryKey } from '@tanstack/react-query';
import type { LiveEvent } from '@yiyun/shared';

/**
 * Keys of what is read from the server: the kind first, as live events name it (`subjectKind`), then the hall or the
 * thing's id, then the filters.
 */
export const keys = {
  session: ['session'],
  appointments: (hallId: string, filters: object) => ['appointment', hallId, filters],
  appointment: (id: string) => ['appointment', id],
  cases: (hallId: string, filters: object) => ['case', hallId, filters],
  case: (id: string) => ['case', id],
  questions: (filters: object) => ['help', 'list', filters],
  question: (id: string) => ['help', id],
  notices: (filters: object) => ['notice', 'list', filters],
  notice: (id: string) => ['notice', id],
  noticeAudiences: ['noticeAudiences'],
  similar: (text: string) => ['similar', text],
  matters: ['matters'],
  board: (hallId: string) => ['board', hallId],
  tickets: (hallId: string, filters: object) => ['ticket', hallId, filters],
  ticket: (id: string) => ['ticket', id],
  screen: (hallId: string) => ['screen', hallId],
  day: (hallId: string, on: string) => ['day', hallId, on],
  slotDays: (hallId: string, matterIds: string) => ['slot', hallId, matterIds],
  slots: (hallId: string, matterIds: string, on: string) => ['slot', hallId, matterIds, on],
  callList: (hallId: string, filters: object) => ['affectedParty', hallId, filters],
  affected: (disruptionId: string, filters: object) => ['affectedParty', 'list', disruptionId, filters],
  disruptions: ['disruption', 'list'],
  disruption: (id: string) => ['disruption', 'list', id],
  appeals: (filters: object) => ['appeal', 'list', filters],
  bookingPolicies: ['bookingPolicy', 'list'],
  bookingPresets: ['bookingPreset'],
  bookingPreview: (id: string, version: number) => ['bookingPreview', id, version],
  queuePolicy: (hallId: string) => ['queuePolicy', hallId],
  capacity: (hallId: string, fromOn: string) => ['capacity', hallId, fromOn],
  halls: ['hall', 'list'],
  hall: (id: string) => ['hall', id],
  managedHalls: ['hall', 'list', 'managed'],
  calendar: (year: number) => ['calendar', year],
  staff: (filters: object) => ['staff', filters],
  hotQuestions: (period: object) => ['hotQuestions', period],
  hotQuestionEntries: (id: string, period: object) => ['hotQuestions', id, period],
  deflections: (period: object) => ['deflections', period],
  deflectionEntries: (query: object) => ['deflections', 'list', query],
  record: (streamId: string) => ['record', streamId],
} as const satisfies Record<string, QueryKey | ((...parts: never[]) => QueryKey)>;

/** What is put together from things of other kinds. */
const madeOf: Readonly<Record<string, readonly string[]>> = {
  board: ['ticket', 'serviceWindow', 'appointment', 'queuePolicy', 'hall'],
  disruption: ['affectedParty'],
  capacity: ['hall', 'appointment', 'disruption'],
  appeal: ['appointment', 'strike'],
};

/** Whether what was read under `key` may have changed by the event: lists of its hall (of all, when it has none), and the thing itself. */
export function isConcerned([kind, place]: QueryKey, event: LiveEvent): boolean {
  if (kind !== event.subjectKind && !madeOf[String(kind)]?.includes(event.subjectKind)) return false;
  return event.hallId === null || place === 'list' || place === event.hallId || place === event.subjectId;
}
