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

/**
 * How a look at similar answers before asking ended. `lasting`: the person said that one was enough and did not ask
 * within seven days; only these count as saved. `askedLater`: said so, and asked within seven days. `undecided`: said so
 * less than seven days ago and has not asked since. `askedAnyway`: saw similar answers and sent the question.
 */
export const deflectionOutcomes = ['lasting', 'askedLater', 'undecided', 'askedAnyway'] as const;
export type DeflectionOutcome = (typeof deflectionOutcomes)[number];
export const deflectionOutcomeNames: Record<DeflectionOutcome, string> = {
  lasting: '没有再问',
  askedLater: '7天内又提问',
  undecided: '未满7天',
  askedAnyway: '看过仍提问',
};

export interface DeflectionsView {
  fromOn: string;
  untilOn: string;
  counts: Record<DeflectionOutcome, number>;
}
export interface DeflectionEntryView {
  id: string;
  at: number;
  /** What the person was about to ask, masked; empty for a voice without words and after the account was deleted. */
  text: string;
  /** The answer that was enough; null where there was none, or it is no longer shown. */
  helpful: { id: string; question: string } | null;
  /** The question that was asked all the same. */
  asked: { helpRequestId: string; referenceNo: string } | null;
}
export interface DeflectionsQuery {
  fromOn: string;
  untilOn: string;
}
export const deflectionsRules = periodRules satisfies RulesFor<DeflectionsQuery>;
export interface DeflectionEntriesQuery extends PageQuery, DeflectionsQuery {
  outcome: DeflectionOutcome;
}
export const deflectionEntriesRules = {
  ...pageRules,
  ...periodRules,
  outcome: { kind: 'enum', values: deflectionOutcomes, label: '结果' },
} as const satisfies RulesFor<DeflectionEntriesQuery>;

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
  deflections: get<{ query: DeflectionsQuery; result: DeflectionsView }>()('/manager/deflections', {
    access: 'manager',
    summary: '相似答案省下的提问',
    query: deflectionsRules,
  }),
  deflectionEntries: get<{ query: DeflectionEntriesQuery; result: Page<DeflectionEntryView> }>()(
    '/manager/deflections/entries',
    { access: 'manager', summary: '每一次看过相似答案的经过', query: deflectionEntriesRules },
  ),
} as const;
