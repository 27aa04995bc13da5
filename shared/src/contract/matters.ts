import type { RulesFor } from '../rules.js';
import { get, type Page, type PageQuery, pageRules } from './route.js';

export const matterGroups = ['simple', 'complex'] as const;
/** Slots are offered by group, so that complex matters don't block simple ones. */
export type MatterGroup = (typeof matterGroups)[number];

export interface MatterSummaryView {
  id: string;
  name: string;
  category: string;
  /** 办理渠道：到厅、网上. */
  onlineAvailable: boolean;
  counterAvailable: boolean;
  promisedWorkingDays: number | null;
}
export interface MatterView extends MatterSummaryView {
  version: number;
  kind: string;
  description: string;
  applicants: string[];
  supportingDocuments: string[];
  statutoryWorkingDays: number | null;
  onSiteVisits: number;
  courierDelivery: boolean;
  group: MatterGroup;
  serviceMinutes: number;
  confirmation: 'automatic' | 'officer';
  onlineHint: string | null;
  sourceCode: string;
  sampleNote: string | null;
}

export interface MatterListQuery extends PageQuery {
  q?: string;
  category?: string;
}
export const matterListRules = {
  ...pageRules,
  q: { kind: 'string', max: 50, optional: true, label: '搜索' },
  category: { kind: 'string', max: 20, optional: true, label: '类别' },
} as const satisfies RulesFor<MatterListQuery>;

export const matters = {
  categories: get<{ result: { name: string; count: number }[] }>()('/public/matter-categories', {
    access: 'public',
    summary: '事项类别',
  }),
  list: get<{ query: MatterListQuery; result: Page<MatterSummaryView> }>()('/public/matters', {
    access: 'public',
    summary: '事项列表',
    query: matterListRules,
  }),
  get: get<{ result: MatterView }>()('/public/matters/:matterId', { access: 'public', summary: '办事指南' }),
} as const;
