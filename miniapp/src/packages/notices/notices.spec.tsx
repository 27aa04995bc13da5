import { fireEvent, screen } from '@testing-library/react';
import { AppError } from '@yiyun/shared';
import { LOST, openPage, pageOf, wentTo } from '../../../test/open-page';
import { aNotice } from '../../../test/samples';
import NoticeDetail from './detail/index';
import Notices from './list/index';

const params = { noticeId: 'N1' };

describe('the list of notices', () => {
  it('marks what is addressed to the signed-in person and was not read', async () => {
    const notices = [aNotice(), aNotice({ id: 'N2', readAt: 5 }), aNotice({ id: 'N3', addressed: false })];
    openPage(Notices, { answers: { 'GET /notices': pageOf(notices) } });
    expect(await screen.findAllByText('十二月延时服务安排')).toHaveLength(3);
    expect(screen.getAllByText('未读')).toHaveLength(1);
    expect(screen.getAllByText('通知公告 · 昨天')).toHaveLength(3);
    fireEvent.click(screen.getAllByText('十二月延时服务安排')[0] as HTMLElement);
    expect(wentTo()).toBe('/packages/notices/detail/index?noticeId=N1');
  });

  it('has the public ones for everybody else, without marks', async () => {
    openPage(Notices, { me: null, answers: { 'GET /public/notices': pageOf([aNotice({ addressed: false })]) } });
    expect(await screen.findByText('没有更多了')).toBeInTheDocument();
    expect(screen.queryByText('未读')).toBeNull();
  });

  it('says so when there are none, and when they can not be fetched', async () => {
    const { answer } = openPage(Notices, { answers: { 'GET /notices': LOST } });
    fireEvent.click(await screen.findByRole('button', { name: '重新加载' }));
    answer('GET /notices', pageOf([]));
    fireEvent.click(await screen.findByRole('button', { name: '重新加载' }));
    expect(await screen.findByText('还没有通知公告')).toBeInTheDocument();
  });
});

describe('one notice', () => {
  it('counts as read once when the signed-in person opens it', async () => {
    const { to } = openPage(NoticeDetail, { params, answers: { 'POST /notices/N1/read': aNotice({ readAt: 1 }) } });
    expect(await screen.findByRole('heading', { level: 1, name: '十二月延时服务安排' })).toBeInTheDocument();
    expect(screen.getByText('请提前预约。')).toBeInTheDocument();
    expect(to('POST /notices/N1/read')).toHaveLength(1);
  });

  it('can be read without signing in', async () => {
    const { sent } = openPage(NoticeDetail, { params, me: null, answers: { 'GET /public/notices/N1': aNotice() } });
    expect(await screen.findByText('请提前预约。')).toBeInTheDocument();
    expect(sent.map(({ route }) => route)).toEqual(['GET /public/notices/N1']);
  });

  it('says so when it is gone', async () => {
    openPage(NoticeDetail, {
      params,
      me: null,
      answers: { 'GET /public/notices/N1': new AppError('request.not_found') },
    });
    expect(await screen.findByText('没有找到，可能已被删除')).toBeInTheDocument();
  });
});
