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
  halls: ['hall', 'list'],
  managedHalls: ['hall', 'list', 'managed'],
  calendar: (year: number) => ['calendar', year],
  staff: (filters: object) => ['staff', filters],
  hotQuestions: (period: object) => ['hotQuestions', period],
  hotQuestionEntries: (id: string, period: object) => ['hotQuestions', id, period],
  deflections: (period: object) => ['deflections', period],
  deflectionEntries: (query: object) => ['deflections', 'list', query],
  record: (streamId: string) => ['record', streamId],
} as const satisfies Record<string, QueryKey | ((...parts: never[]) => QueryKey)>;

/** Whether what was read under `key` may have changed by the event: lists of its hall (of all, when it has none), and the thing itself. */
export function isConcerned([kind, place]: QueryKey, event: LiveEvent): boolean {
  if (kind !== event.subjectKind) return false;
  return event.hallId === null || place === 'list' || place === event.hallId || place === event.subjectId;
}
