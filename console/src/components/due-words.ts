import type { CaseSummaryView } from '@yiyun/shared';
import type { StatusTone } from './status-tag';

export type Deadline = Pick<CaseSummaryView, 'dueAt' | 'workingDaysLeft' | 'paused' | 'closedAt'>;

/** Working days from which on a case calls for attention. */
const CLOSE_DAYS = 2;

/** A deadline in words, with its tone: overdue, today, soon, later, standing still, none. */
export function sayDue(deadline: Deadline, now: number): { text: string; tone?: StatusTone } {
  const { dueAt, workingDaysLeft, paused, closedAt } = deadline;
  if (closedAt !== null) return { text: '已结束' };
  if (paused) return { text: '等待补正，不计时', tone: 'waiting' };
  if (dueAt === null) return { text: '受理后开始计时' };
  const days = workingDaysLeft ?? 0;
  if (days < 0) return { text: `已超期 ${-days} 个工作日`, tone: 'failed' };
  if (now > dueAt) return { text: '已超期', tone: 'failed' };
  if (days === 0) return { text: '今天到期', tone: 'attention' };
  return { text: `还剩 ${days} 个工作日`, tone: days <= CLOSE_DAYS ? 'attention' : 'working' };
}
