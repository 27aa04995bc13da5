import type { StaffCaseView } from '@yiyun/shared';

type Case = Pick<StaffCaseView, 'dueAt' | 'paused' | 'openedAt'>;

/** Cases in the order in which they want attention: by their due date, then those not accepted yet, at last those that wait for the taxpayer. */
export const byUrgency = <C extends Case>(cases: readonly C[]): C[] =>
  [...cases].sort((a, b) => rank(a) - rank(b) || (a.dueAt ?? 0) - (b.dueAt ?? 0) || a.openedAt - b.openedAt);

function rank({ dueAt, paused }: Case): number {
  if (paused) return 2;
  return dueAt === null ? 1 : 0;
}
