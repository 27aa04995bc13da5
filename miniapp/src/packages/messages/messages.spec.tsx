import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { MessageView } from '@yiyun/shared';
import { LOST, openPage, pageOf, wentTo } from '../../../test/open-page';
import { aMessage } from '../../../test/samples';
import Messages from './list/index';

const open = (messages: MessageView[], unread: number, more = {}) =>
  openPage(Messages, {
    answers: { 'GET /messages': { ...pageOf(messages), unread }, 'GET /messages/unread': { unread }, ...more },
  });

describe('the inbox', () => {
  it.each([
    ['appointment', 'P1', '/packages/booking/detail/index?appointmentId=P1'],
    ['case', 'C1', '/packages/cases/detail/index?caseId=C1'],
    ['help', 'H1', '/packages/help/detail/index?helpRequestId=H1'],
    ['notice', 'N1', '/packages/notices/detail/index?noticeId=N1'],
    ['account', null, '/packages/account/profile/index'],
  ] as const)('marks a message about %s as read and leads to it', async (subjectKind, subjectId, url) => {
    const { to, answer } = open([aMessage({ subjectKind, subjectId })], 1, {
      'POST /messages/S1/read': aMessage({ readAt: 1 }),
    });
    await screen.findByText('未读');
    answer('GET /messages', { ...pageOf([aMessage({ readAt: 1 })]), unread: 0 });
    answer('GET /messages/unread', { unread: 0 });
    fireEvent.click(screen.getByText('办件已受理'));
    expect(wentTo()).toBe(url);
    await waitFor(() => expect(screen.queryByText('未读')).toBeNull());
    expect(to('POST /messages/S1/read')).toHaveLength(1);
  });

  it('does not ask the server again for what was read', async () => {
    const { to } = open([aMessage({ readAt: 1 })], 0);
    fireEvent.click(await screen.findByText('办件已受理'));
    expect(to('POST /messages/S1/read')).toHaveLength(0);
    expect(screen.queryByRole('button', { name: /全部标为已读/ })).toBeNull();
  });

  it('marks all at once', async () => {
    const { answer } = open([aMessage()], 3, { 'POST /messages/read-all': { unread: 0 } });
    const all = await screen.findByRole('button', { name: '全部标为已读（3条）' });
    answer('GET /messages', { ...pageOf([aMessage({ readAt: 1 })]), unread: 0 });
    answer('GET /messages/unread', { unread: 0 });
    fireEvent.click(all);
    expect(await screen.findByText('全部标为已读')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByText('未读')).toBeNull());
  });

  it('says so when marking did not arrive', async () => {
    open([aMessage()], 1, { 'POST /messages/read-all': LOST });
    fireEvent.click(await screen.findByRole('button', { name: /全部标为已读/ }));
    expect(await screen.findByText(/^网络不通/)).toBeInTheDocument();
  });

  it('says what will be here when there is nothing, and asks strangers to sign in', async () => {
    const { unmount } = open([], 0);
    expect(await screen.findByText('还没有消息')).toBeInTheDocument();
    unmount();
    openPage(Messages, { me: null });
    expect(screen.getByText('登录后可以看到发给您的消息。')).toBeInTheDocument();
  });
});
