import { type CaseAction, sayReferenceNo } from '@yiyun/shared';
import type { Phrase } from '../../records/index.js';

/** The kind of interaction, and of event, that each act leaves. */
export const kindOf: Record<CaseAction, string> = {
  accept: 'CaseAccepted',
  review: 'CaseReviewStarted',
  requestCorrection: 'CaseCorrectionRequested',
  answerCorrection: 'CaseCorrectionAnswered',
  decide: 'CaseDecided',
  complete: 'CaseCompleted',
  decline: 'CaseDeclined',
  withdraw: 'CaseWithdrawn',
};

/** A step as anyone with the receipt number may read it: nothing that somebody wrote. */
export const publicSteps: Readonly<Record<string, string>> = {
  CaseOpened: '窗口已登记',
  CaseAccepted: '已受理',
  CaseReviewStarted: '开始审核',
  CaseCorrectionRequested: '需要补正材料，办理时限暂停',
  CaseCorrectionAnswered: '已提交补正，继续审核',
  CaseDecided: '已审定',
  CaseCompleted: '已办结',
  CaseDeclined: '不予受理',
  CaseWithdrawn: '已撤回',
};

const withWords =
  (text: string, field: string): Phrase =>
  (_facts, personal) =>
    personal?.[field] ? `${text}：${String(personal[field])}` : text;

/** How each step reads in a service record. */
export const casePhrases: Readonly<Record<string, Phrase>> = {
  CaseOpened: '到窗口办理，工作人员登记办件',
  CaseAccepted: (facts) => `已受理，回执号 ${sayReferenceNo(String(facts.receiptNo))}`,
  CaseReviewStarted: '开始审核',
  CaseCorrectionRequested: withWords('需要补正', 'request'),
  CaseCorrectionAnswered: withWords('已提交补正', 'answer'),
  CaseDecided: withWords('已审定', 'outcome'),
  CaseCompleted: '已办结',
  CaseDeclined: withWords('不予受理', 'outcome'),
  CaseWithdrawn: '已撤回',
  CaseErased: '按本人要求清除了办件中的个人信息',
  CaseViewed: '查看办件详情',
  CaseLookedUp: '凭回执号查询了进度',
};
