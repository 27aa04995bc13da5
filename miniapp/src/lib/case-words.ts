import type { CaseStatus } from '@yiyun/shared';
import type { Tone } from '@/components';
import { dateOf, sayDay } from './time';

export const caseTones: Record<CaseStatus, Tone> = {
  opened: 'waiting',
  accepted: 'underway',
  reviewing: 'underway',
  correctionRequested: 'attention',
  decided: 'underway',
  completed: 'done',
  declined: 'failed',
  withdrawn: 'off',
};

interface Due {
  status: CaseStatus;
  dueAt: number | null;
  workingDaysLeft: number | null;
  closedAt?: number | null;
}

const CLOSED: readonly CaseStatus[] = ['completed', 'declined', 'withdrawn'];
export const isClosed = (status: CaseStatus): boolean => CLOSED.includes(status);

/** Until when a case should be done, as one would say it at the counter. */
export function sayDue({ status, dueAt, workingDaysLeft, closedAt }: Due, nowAt: number): string {
  const day = (at: number) => sayDay(dateOf(at), dateOf(nowAt));
  if (isClosed(status)) return closedAt ? `${day(closedAt)}结束` : '已结束';
  if (status === 'opened') return '等窗口受理';
  if (status === 'correctionRequested') return '等您补正，期限暂停计算';
  if (dueAt === null) return '没有规定办理期限';
  if (workingDaysLeft === null) return `预计${day(dueAt)}前办结`;
  if (workingDaysLeft < 0) return `已超过期限${-workingDaysLeft}个工作日，可致电催办`;
  if (workingDaysLeft === 0) return '今天应当办结';
  return `预计${day(dueAt)}前办结，剩${workingDaysLeft}个工作日`;
}
