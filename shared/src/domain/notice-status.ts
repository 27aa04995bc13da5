import type { StatusTable } from './status-table.js';

export const noticeStatuses = ['draft', 'published', 'completed'] as const;
export type NoticeStatus = (typeof noticeStatuses)[number];
export type NoticeAction = 'edit' | 'publish' | 'complete';

export const noticeStatusNames: Record<NoticeStatus, string> = {
  draft: '草稿',
  published: '已发布',
  completed: '已结束',
};

export const noticeMoves: StatusTable<NoticeStatus, 'manager', NoticeAction> = {
  edit: { by: ['manager'], from: ['draft'], to: 'draft' },
  publish: { by: ['manager'], from: ['draft'], to: 'published' },
  complete: { by: ['manager'], from: ['published'], to: 'completed' },
};
