import type { RulesFor } from '../rules.js';
import { get, type Page, type PageQuery, pageRules } from './route.js';

/** Questions and searches of a period that mean the same. The id stays the same from run to run. */
export interface HotQuestionView {
  id: string;
  name: string;
  count: number;
  questions: number;
  searches: number;
  /** Questions of the cluster that have an answer, and whether the knowledge base covers it. */
  answeredQuestions: number;
  coveredBy: { id: string; question: string } | null;
  /** One entry a week of the period, oldest first; `week` as 2026-W47. */
  trend: { week: string; count: number }[];
}
export interface HotQuestionsView {
  fromOn: string;
  untilOn: string;
  total: number;
  items: HotQuestionView[];
  nextCursor: string | null;
  computedAt: number;
}
export interface HotQuestionEntryView {
  id: string;
  kind: 'question' | 'search';
  text: string;
  at: number;
  /** For a question: its request, reference number and record. */
  helpRequestId: string | null;
  referenceNo: string | null;
  answered: boolean;
  /** For a search: how many answers it found. */
  resultCount: number | null;
}

export interface HotQuestionsQuery extends PageQuery {
  fromOn: string;
  untilOn: string;
  q?: string;
}
const periodRules = {
  fromOn: { kind: 'string', max: 10, format: 'localDate', label: '开始日期' },
  untilOn: { kind: 'string', max: 10, format: 'localDate', label: '结束日期' },
} as const;
export const hotQuestionsRules = {
  ...pageRules,
  ...periodRules,
  q: { kind: 'string', max: 50, optional: true, label: '搜索' },
} as const satisfies RulesFor<HotQuestionsQuery>;

export interface HotQuestionEntriesQuery extends PageQuery {
  fromOn: string;
  untilOn: string;
}
export const hotQuestionEntriesRules = {
  ...pageRules,
  ...periodRules,
} as const satisfies RulesFor<HotQuestionEntriesQuery>;

export const insights = {
  hotQuestions: get<{ query: HotQuestionsQuery; result: HotQuestionsView }>()('/manager/hot-questions', {
    access: 'manager',
    summary: '热点问题',
    query: hotQuestionsRules,
  }),
  hotQuestionEntries: get<{ query: HotQuestionEntriesQuery; result: Page<HotQuestionEntryView> }>()(
    '/manager/hot-questions/:clusterId/entries',
    { access: 'manager', summary: '一个热点下的每一条问题', query: hotQuestionEntriesRules },
  ),
} as const;
