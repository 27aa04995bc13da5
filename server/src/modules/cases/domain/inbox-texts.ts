import { sayInstant, sayReferenceNo } from '@yiyun/shared';
import type { DomainEvent } from '../../../platform/events/domain-event.js';

/** What the citizen is told of a step, given the name of the matter. */
type Say = (matter: string, event: DomainEvent) => { title: string; body: string };

const receiptOf = (event: DomainEvent): string => sayReferenceNo(String(event.data.receiptNo));

export const caseInboxTexts: Readonly<Record<string, Say>> = {
  CaseAccepted: (matter, event) => ({
    title: '办件已受理',
    body: `您办理的“${matter}”已受理，回执号 ${receiptOf(event)}。${
      event.data.dueAt === null ? '' : `预计${sayInstant(Number(event.data.dueAt), event.at)}前办结。`
    }`,
  }),
  CaseCorrectionRequested: (matter) => ({
    title: '需要补正材料',
    body: `您办理的“${matter}”需要补正，请点开查看要补的内容并提交说明。补正期间不计入办理时限。`,
  }),
  CaseDecided: (matter) => ({ title: '办件已审定', body: `您办理的“${matter}”已审定，点开可看结果。` }),
  CaseCompleted: (matter) => ({ title: '办件已办结', body: `您办理的“${matter}”已办结。` }),
  CaseDeclined: (matter) => ({
    title: '办件不予受理',
    body: `您办理的“${matter}”未能受理，点开可看原因；补齐后可以重新预约。`,
  }),
};
