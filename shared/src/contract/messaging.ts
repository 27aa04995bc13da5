import { get, type Page, type PageQuery, pageRules, post } from './route.js';

/** A message in a citizen's inbox. Delivered when a terminal fetched it, read when the person opened it. */
export interface MessageView {
  id: string;
  kind: string;
  title: string;
  body: string;
  /** What it is about, for the way there. */
  subjectKind: 'appointment' | 'waitlist' | 'ticket' | 'disruption' | 'case' | 'help' | 'notice' | 'account';
  subjectId: string | null;
  sentAt: number;
  readAt: number | null;
}

export const messaging = {
  inbox: get<{ query: PageQuery; result: Page<MessageView> & { unread: number } }>()('/messages', {
    access: 'citizen',
    summary: '我的消息',
    query: pageRules,
  }),
  unread: get<{ result: { unread: number } }>()('/messages/unread', { access: 'citizen', summary: '未读条数' }),
  read: post<{ result: MessageView }>()('/messages/:messageId/read', { access: 'owner', summary: '标为已读' }),
  readAll: post<{ result: { unread: number } }>()('/messages/read-all', { access: 'citizen', summary: '全部标为已读' }),
} as const;
