import { type NoticeAction, type NoticeStatus, noticeStatuses } from '../domain/notice-status.js';
import type { RulesFor } from '../rules.js';
import { get, type Page, type PageQuery, pageRules, patch, post, type VersionBody, versionRules } from './route.js';

export const noticeAudiences = ['everyone', 'enterprise', 'individual'] as const;
export type NoticeAudience = (typeof noticeAudiences)[number];
export const noticeAudienceNames: Record<NoticeAudience, string> = {
  everyone: '全部用户',
  enterprise: '已绑定企业的用户',
  individual: '未绑定企业的个人用户',
};
export const noticeCategories = ['通知公告', '办税提醒', '政策解读', '停办公告'] as const;
export type NoticeCategory = (typeof noticeCategories)[number];

export interface NoticeView {
  id: string;
  title: string;
  category: NoticeCategory;
  /** First words of the text. */
  excerpt: string;
  publishedAt: number;
  /** Whether the reader is one of those to whom it was addressed; only for them it counts as delivered and read. */
  addressed: boolean;
  readAt: number | null;
}
export interface NoticeDetailView extends NoticeView {
  body: string;
}
export interface ManagedNoticeView {
  id: string;
  title: string;
  category: NoticeCategory;
  body: string;
  audience: NoticeAudience;
  status: NoticeStatus;
  version: number;
  createdAt: number;
  publishedAt: number | null;
  /** Three separate numbers: people addressed at the moment of publication, reached on a terminal, opened by the person. */
  counts: { published: number; delivered: number; read: number };
  availableActions: NoticeAction[];
}

/** How many people belong to an audience now. */
export interface NoticeAudienceView {
  audience: NoticeAudience;
  count: number;
}

export interface NoticeBody {
  title: string;
  category: NoticeCategory;
  body: string;
  audience: NoticeAudience;
}
export interface UpdateNoticeBody extends NoticeBody {
  version: number;
}
export const noticeRules = {
  title: { kind: 'string', min: 4, max: 80, label: '标题' },
  category: { kind: 'enum', values: noticeCategories, label: '类别' },
  body: { kind: 'string', min: 10, max: 5000, label: '正文' },
  audience: { kind: 'enum', values: noticeAudiences, label: '发布范围' },
} as const satisfies RulesFor<NoticeBody>;
export const updateNoticeRules = { ...versionRules, ...noticeRules } as const satisfies RulesFor<UpdateNoticeBody>;

export interface ManagedNoticesQuery extends PageQuery {
  status?: NoticeStatus;
  q?: string;
}
export const managedNoticesRules = {
  ...pageRules,
  status: { kind: 'enum', values: noticeStatuses, optional: true, label: '状态' },
  q: { kind: 'string', max: 50, optional: true, label: '搜索' },
} as const satisfies RulesFor<ManagedNoticesQuery>;

export const notices = {
  publicList: get<{ query: PageQuery; result: Page<NoticeView> }>()('/public/notices', {
    access: 'public',
    summary: '通知公告（未登录）',
    query: pageRules,
  }),
  publicGet: get<{ result: NoticeDetailView }>()('/public/notices/:noticeId', {
    access: 'public',
    summary: '公告全文（未登录）',
  }),
  mine: get<{ query: PageQuery; result: Page<NoticeView> }>()('/notices', {
    access: 'citizen',
    summary: '我能看的公告（发给我的，取到即送达）',
    query: pageRules,
  }),
  read: post<{ result: NoticeDetailView }>()('/notices/:noticeId/read', {
    access: 'citizen',
    summary: '打开公告（发给我的，记为已读）',
  }),
  managedList: get<{ query: ManagedNoticesQuery; result: Page<ManagedNoticeView> }>()('/manager/notices', {
    access: 'manager',
    summary: '公告管理',
    query: managedNoticesRules,
  }),
  managedGet: get<{ result: ManagedNoticeView }>()('/manager/notices/:noticeId', {
    access: 'manager',
    summary: '公告详情',
  }),
  audiences: get<{ result: NoticeAudienceView[] }>()('/manager/notice-audiences', {
    access: 'manager',
    summary: '各发布范围现在的人数',
  }),
  create: post<{ body: NoticeBody; result: ManagedNoticeView }>()('/manager/notices', {
    access: 'manager',
    summary: '起草公告',
    body: noticeRules,
  }),
  update: patch<{ body: UpdateNoticeBody; result: ManagedNoticeView }>()('/manager/notices/:noticeId', {
    access: 'manager',
    summary: '修改草稿',
    body: updateNoticeRules,
    errors: ['request.stale', 'request.not_available'],
  }),
  publish: post<{ body: VersionBody; result: ManagedNoticeView }>()('/manager/notices/:noticeId/publish', {
    access: 'manager',
    summary: '发布',
    body: versionRules,
    errors: ['request.stale', 'request.not_available', 'notice.audience_empty'],
  }),
  complete: post<{ body: VersionBody; result: ManagedNoticeView }>()('/manager/notices/:noticeId/complete', {
    access: 'manager',
    summary: '结束展示',
    body: versionRules,
    errors: ['request.stale', 'request.not_available'],
  }),
} as const;
