import {
  availableActions,
  type ManagedNoticeView,
  type NoticeDetailView,
  type NoticeView,
  noticeMoves,
} from '@yiyun/shared';
import type { NoticeRow } from './notice.entities.js';
import type { NoticeCounts } from './notice.repository.js';

const EXCERPT_CHARS = 60;

/** The first words of a text on one line. */
export function excerptOf(body: string): string {
  const line = Array.from(body.trim().replace(/\s+/g, ' '));
  return line.length > EXCERPT_CHARS ? `${line.slice(0, EXCERPT_CHARS).join('')}…` : line.join('');
}

/** What is between a notice and its reader. */
export type Reading = Pick<NoticeView, 'addressed' | 'readAt'>;
export const NOT_ADDRESSED: Reading = { addressed: false, readAt: null };

export function noticeView(
  { id, title, category, body, publishedAt }: NoticeRow,
  { addressed, readAt }: Reading,
): NoticeView {
  if (publishedAt === null) throw new Error(`notice ${id} is not published`);
  return { id, title, category, excerpt: excerptOf(body), publishedAt, addressed, readAt };
}

export function noticeDetailView(row: NoticeRow, reading: Reading): NoticeDetailView {
  return { ...noticeView(row, reading), body: row.body };
}

export function managedNoticeView(row: NoticeRow, counts: NoticeCounts | undefined): ManagedNoticeView {
  const { id, title, category, body, audience, status, version, createdAt, publishedAt } = row;
  const { delivered, read } = counts ?? { delivered: 0, read: 0 };
  const content = { id, title, category, body, audience, status, version, createdAt, publishedAt };
  const actions = availableActions(noticeMoves, status, 'manager');
  return { ...content, counts: { published: row.recipientCount, delivered, read }, availableActions: actions };
}
