import type { StatusTable } from './status-table.js';

export const caseStatuses = [
  'opened',
  'accepted',
  'reviewing',
  'correctionRequested',
  'decided',
  'completed',
  'declined',
  'withdrawn',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];
export type CaseActor = 'citizen' | 'officer';
export type CaseAction =
  | 'accept'
  | 'review'
  | 'requestCorrection'
  | 'answerCorrection'
  | 'decide'
  | 'complete'
  | 'decline'
  | 'withdraw';

export const caseStatusNames: Record<CaseStatus, string> = {
  opened: '已登记',
  accepted: '已受理',
  reviewing: '审核中',
  correctionRequested: '待补正',
  decided: '已审定',
  completed: '已办结',
  declined: '不予受理',
  withdrawn: '已撤回',
};

/** The clock of the due date runs in these states only; it stands still while the taxpayer must act. */
export const runningCaseStatuses: readonly CaseStatus[] = ['accepted', 'reviewing', 'decided'];
export const closedCaseStatuses: readonly CaseStatus[] = ['completed', 'declined', 'withdrawn'];

export const caseMoves: StatusTable<CaseStatus, CaseActor, CaseAction> = {
  accept: { by: ['officer'], from: ['opened'], to: 'accepted' },
  review: { by: ['officer'], from: ['accepted'], to: 'reviewing' },
  requestCorrection: { by: ['officer'], from: ['accepted', 'reviewing'], to: 'correctionRequested' },
  answerCorrection: { by: ['citizen'], from: ['correctionRequested'], to: 'reviewing' },
  decide: { by: ['officer'], from: ['accepted', 'reviewing'], to: 'decided' },
  complete: { by: ['officer'], from: ['decided'], to: 'completed' },
  decline: { by: ['officer'], from: ['opened', 'accepted', 'reviewing'], to: 'declined' },
  withdraw: { by: ['citizen'], from: ['opened', 'accepted', 'reviewing', 'correctionRequested'], to: 'withdrawn' },
};
