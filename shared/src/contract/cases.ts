import { type CaseAction, type CaseStatus, caseStatuses } from '../domain/case-status.js';
import type { RulesFor } from '../rules.js';
import { type DeclineBody, declineRules } from './appointments.js';
import type { TimelineEntry } from './records.js';
import { get, idRule, type Page, type PageQuery, pageRules, post, type VersionBody, versionRules } from './route.js';

export interface CaseDocumentView {
  name: string;
  /** False for a document that only some situations need. */
  required: boolean;
  received: boolean;
}
export interface CaseSummaryView {
  id: string;
  /** Given when the case is accepted. */
  receiptNo: string | null;
  status: CaseStatus;
  version: number;
  hall: { id: string; name: string };
  matter: { id: string; name: string };
  taxpayerName: string;
  openedAt: number;
  acceptedAt: number | null;
  /** Until when it should be done; moves while the clock stands still for a correction. Null when no limit is published. */
  dueAt: number | null;
  /** Working days from today to the due date; negative when overdue; null when closed, paused or not accepted. */
  workingDaysLeft: number | null;
  /** True while the taxpayer must act: the clock stands still. */
  paused: boolean;
  closedAt: number | null;
  availableActions: CaseAction[];
}
export interface CaseDetailView extends CaseSummaryView {
  hallAddress: string;
  hallTelephone: string;
  documents: CaseDocumentView[];
  correction: { request: string; requestedAt: number; answer: string | null; answeredAt: number | null } | null;
  /** Result or reason of the decision. */
  outcome: string | null;
  appointmentId: string | null;
  timeline: TimelineEntry[];
}
export interface StaffCaseView extends CaseSummaryView {
  applicant: { name: string; maskedPhone: string };
  uscc: string | null;
  owner: { id: string; name: string };
}
export interface StaffCaseDetailView extends StaffCaseView {
  documents: CaseDocumentView[];
  correction: CaseDetailView['correction'];
  outcome: string | null;
  appointmentId: string | null;
  promisedWorkingDays: number | null;
  timeline: TimelineEntry[];
}
/** What anyone with the receipt number and the last four digits of the phone may see. */
export interface PublicCaseView {
  receiptNo: string;
  status: CaseStatus;
  matterName: string;
  hallName: string;
  hallTelephone: string;
  maskedTaxpayerName: string;
  acceptedAt: number;
  dueAt: number | null;
  workingDaysLeft: number | null;
  steps: { at: number; text: string }[];
}

export interface LookUpCaseBody {
  receiptNo: string;
  phoneTail: string;
}
export const lookUpCaseRules = {
  receiptNo: { kind: 'string', max: 20, format: 'referenceNo', label: '回执号' },
  phoneTail: { kind: 'string', min: 4, max: 4, pattern: /^\d{4}$/, label: '手机号后四位' },
} as const satisfies RulesFor<LookUpCaseBody>;

export const caseScopes = ['open', 'closed'] as const;
export interface MyCasesQuery extends PageQuery {
  scope?: (typeof caseScopes)[number];
}
export const myCasesRules = {
  ...pageRules,
  scope: { kind: 'enum', values: caseScopes, optional: true, label: '范围' },
} as const satisfies RulesFor<MyCasesQuery>;

export interface HallCasesQuery extends PageQuery {
  status?: CaseStatus;
  scope?: (typeof caseScopes)[number];
  /** Receipt number, or a part of the taxpayer's name. */
  q?: string;
  /** Only the cases of the caller. */
  mine?: boolean;
}
export const hallCasesRules = {
  ...pageRules,
  status: { kind: 'enum', values: caseStatuses, optional: true, label: '状态' },
  scope: { kind: 'enum', values: caseScopes, optional: true, label: '范围' },
  q: { kind: 'string', max: 50, optional: true, label: '搜索' },
  mine: { kind: 'boolean', optional: true, label: '只看我的' },
} as const satisfies RulesFor<HallCasesQuery>;

export interface OpenCaseBody {
  hallId: string;
  /** From an appointment: matter, taxpayer and phone are taken from it and the fields below stay empty. */
  appointmentId?: string;
  /** The ticket that the caller is serving, which remembers the case; an appointment's ticket knows its case anyway. */
  ticketId?: string;
  matterId?: string;
  applicantName?: string;
  applicantPhone?: string;
  uscc?: string;
  taxpayerName?: string;
}
export const openCaseRules = {
  hallId: { ...idRule, label: '办税服务厅' },
  appointmentId: { ...idRule, optional: true, label: '预约' },
  ticketId: { ...idRule, optional: true, label: '号票' },
  matterId: { ...idRule, optional: true, label: '事项' },
  applicantName: { kind: 'string', min: 2, max: 30, optional: true, label: '办理人姓名' },
  applicantPhone: { kind: 'string', max: 11, format: 'phone', optional: true, label: '办理人手机号' },
  uscc: { kind: 'string', max: 18, format: 'uscc', optional: true, label: '统一社会信用代码' },
  taxpayerName: { kind: 'string', min: 2, max: 100, optional: true, label: '纳税人名称' },
} as const satisfies RulesFor<OpenCaseBody>;

export interface AcceptCaseBody extends VersionBody {
  /** Names of the documents handed over, as the matter lists them. */
  receivedDocuments: string[];
}
export const acceptCaseRules = {
  ...versionRules,
  receivedDocuments: { kind: 'strings', max: 40, item: { min: 1, max: 200 }, label: '收到的材料' },
} as const satisfies RulesFor<AcceptCaseBody>;

export interface RequestCorrectionBody extends VersionBody {
  request: string;
}
export const requestCorrectionRules = {
  ...versionRules,
  request: { kind: 'string', min: 2, max: 500, label: '需要补正的内容' },
} as const satisfies RulesFor<RequestCorrectionBody>;

export interface AnswerCorrectionBody extends VersionBody {
  answer: string;
}
export const answerCorrectionRules = {
  ...versionRules,
  answer: { kind: 'string', min: 2, max: 1000, label: '补正说明' },
} as const satisfies RulesFor<AnswerCorrectionBody>;

export interface DecideCaseBody extends VersionBody {
  outcome: string;
}
export const decideCaseRules = {
  ...versionRules,
  outcome: { kind: 'string', min: 2, max: 500, label: '办理结果' },
} as const satisfies RulesFor<DecideCaseBody>;

const staffAct = ['request.stale', 'request.not_available'] as const;

export const cases = {
  lookUp: post<{ body: LookUpCaseBody; result: PublicCaseView }>()('/public/case-lookups', {
    access: 'public',
    summary: '凭回执号查进度',
    body: lookUpCaseRules,
    unrepeatable: true,
    errors: ['case.lookup_failed', 'case.lookup_throttled'],
  }),
  mine: get<{ query: MyCasesQuery; result: Page<CaseSummaryView> }>()('/cases', {
    access: 'citizen',
    summary: '我的办件',
    query: myCasesRules,
  }),
  get: get<{ result: CaseDetailView }>()('/cases/:caseId', { access: 'owner', summary: '办件详情' }),
  answerCorrection: post<{ body: AnswerCorrectionBody; result: CaseDetailView }>()('/cases/:caseId/correction', {
    access: 'owner',
    summary: '提交补正',
    body: answerCorrectionRules,
    errors: [...staffAct, 'calendar.beyond'],
  }),
  withdraw: post<{ body: VersionBody; result: CaseDetailView }>()('/cases/:caseId/withdraw', {
    access: 'owner',
    summary: '撤回办件',
    body: versionRules,
    errors: staffAct,
  }),
  hallList: get<{ query: HallCasesQuery; result: Page<StaffCaseView> }>()('/staff/halls/:hallId/cases', {
    access: 'hallRead',
    summary: '本厅办件',
    query: hallCasesRules,
  }),
  hallGet: get<{ result: StaffCaseDetailView }>()('/staff/cases/:caseId', {
    access: 'hallRead',
    summary: '办件详情（窗口）',
  }),
  open: post<{ body: OpenCaseBody; result: StaffCaseDetailView }>()('/staff/cases', {
    access: 'hallAct',
    summary: '登记办件',
    body: openCaseRules,
    errors: [...staffAct, 'case.appointment_not_ready', 'queue.not_your_window'],
  }),
  accept: post<{ body: AcceptCaseBody; result: StaffCaseDetailView }>()('/staff/cases/:caseId/accept', {
    access: 'hallAct',
    summary: '受理',
    body: acceptCaseRules,
    errors: [...staffAct, 'case.documents_missing', 'calendar.beyond'],
  }),
  review: post<{ body: VersionBody; result: StaffCaseDetailView }>()('/staff/cases/:caseId/review', {
    access: 'hallAct',
    summary: '开始审核',
    body: versionRules,
    errors: staffAct,
  }),
  requestCorrection: post<{ body: RequestCorrectionBody; result: StaffCaseDetailView }>()(
    '/staff/cases/:caseId/correction-request',
    { access: 'hallAct', summary: '要求补正', body: requestCorrectionRules, errors: staffAct },
  ),
  decide: post<{ body: DecideCaseBody; result: StaffCaseDetailView }>()('/staff/cases/:caseId/decide', {
    access: 'hallAct',
    summary: '审定',
    body: decideCaseRules,
    errors: staffAct,
  }),
  complete: post<{ body: VersionBody; result: StaffCaseDetailView }>()('/staff/cases/:caseId/complete', {
    access: 'hallAct',
    summary: '办结',
    body: versionRules,
    errors: staffAct,
  }),
  decline: post<{ body: DeclineBody; result: StaffCaseDetailView }>()('/staff/cases/:caseId/decline', {
    access: 'hallAct',
    summary: '不予受理',
    body: declineRules,
    errors: staffAct,
  }),
} as const;
