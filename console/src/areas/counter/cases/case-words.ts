import { decideCaseRules, declineRules, requestCorrectionRules, type StaffCaseDetailView } from '@yiyun/shared';
import { api } from '../../../api/client';
import type { ReasonModalProps, Written } from '../../../components/reason-modal';

/** An act on a case that needs words for the taxpayer. */
interface WordedAct {
  label: string;
  combo: string;
  title: (taxpayer: string) => string;
  effect: string;
  question: string;
  presets: readonly string[];
  rule: ReasonModalProps['rule'];
  isFinal?: boolean;
  run: (caseId: string, written: Written, idempotencyKey: string) => Promise<StaffCaseDetailView>;
}

export const worded: Record<'requestCorrection' | 'decide' | 'decline', WordedAct> = {
  requestCorrection: {
    label: '要求补正',
    combo: 'alt+c',
    title: (taxpayer) => `要求${taxpayer}补正材料？`,
    effect: '纳税人会收到消息和下面写的内容。在纳税人补正之前，办理期限停止计时。',
    question: '需要补正什么？',
    presets: ['缺少加盖公章的复印件，请补交', '表格填写有误，请更正后重新提交'],
    rule: requestCorrectionRules.request,
    run: (caseId, { version, text }, idempotencyKey) =>
      api.cases.requestCorrection({ params: { caseId }, body: { version, request: text } }, { idempotencyKey }),
  },
  decide: {
    label: '审定',
    combo: 'alt+d',
    title: (taxpayer) => `审定${taxpayer}的办件？`,
    effect: '下面写的办理结果会告诉纳税人。审定后还要办结。',
    question: '办理结果是什么？',
    presets: ['审核通过，准予办理'],
    rule: decideCaseRules.outcome,
    run: (caseId, { version, text }, idempotencyKey) =>
      api.cases.decide({ params: { caseId }, body: { version, outcome: text } }, { idempotencyKey }),
  },
  decline: {
    label: '不予受理',
    combo: 'alt+j',
    title: (taxpayer) => `不予受理${taxpayer}的办件？`,
    effect: '办件就此结束，不能恢复。纳税人会收到消息，并看到下面写的原因。',
    question: '为什么不予受理？',
    presets: ['不属于本机关职权范围', '材料不全，且当场不能补齐'],
    rule: declineRules.reason,
    isFinal: true,
    run: (caseId, { version, text }, idempotencyKey) =>
      api.cases.decline({ params: { caseId }, body: { version, reason: text } }, { idempotencyKey }),
  },
};
