import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { MeView } from '@yiyun/shared';
import { useSession } from '@/state/session';
import { useSettings } from '@/state/settings';
import { LOST, ME, openPage, wentTo } from '../../../test/open-page';
import Me from './index';

const ACCOUNTANT: MeView = {
  ...ME,
  bindings: [
    {
      id: 'B1',
      taxpayerId: 'T1',
      kind: 'enterprise',
      name: '宁波甬江科技有限公司',
      uscc: '91330212MA2AJ00012',
      role: 'taxHandler',
      boundAt: 1,
    },
  ],
};
const open = (me: MeView | null = ACCOUNTANT, answers = {}) =>
  openPage(Me, { me, answers: { 'GET /messages/unread': { unread: 2 }, ...answers } });

describe('the tab of one’s own', () => {
  it('says who one is and for whom one acts', async () => {
    open();
    expect(await screen.findByText('王芳')).toBeInTheDocument();
    expect(screen.getByText('138****5678')).toBeInTheDocument();
    expect(screen.getByText('宁波甬江科技有限公司 · 办税员')).toBeInTheDocument();
    expect(screen.getByText('2条未读')).toBeInTheDocument();
  });

  it.each([
    ['消息', '/packages/messages/list/index'],
    ['我的预约', '/packages/booking/list/index'],
    ['我的提问', '/packages/help/list/index'],
    ['我的服务记录', '/packages/records/list/index'],
    ['账户与企业', '/packages/account/profile/index'],
    ['隐私条款', '/packages/account/consent/index'],
    ['导出我的数据', '/packages/records/export/index'],
    ['注销账户', '/packages/records/deletion/index'],
  ])('leads to %s', async (title, url) => {
    open();
    fireEvent.click(await screen.findByText(title));
    expect(wentTo()).toBe(url);
  });

  it('asks for the step that is missing', async () => {
    open({ ...ME, citizen: { ...ME.citizen, maskedPhone: null } });
    fireEvent.click(await screen.findByText(/请验证手机号/));
    expect(wentTo()).toBe('/packages/account/phone/index');
  });

  it('invites a stranger, and offers nothing that only an account has', () => {
    open(null);
    fireEvent.click(screen.getByRole('button', { name: '登录' }));
    expect(wentTo()).toBe('/packages/account/sign-in/index');
    expect(screen.queryByText('注销账户')).toBeNull();
    expect(screen.queryByRole('button', { name: '退出登录' })).toBeNull();
  });

  it('says so when it is not known who one is', async () => {
    open(ACCOUNTANT, { 'GET /me': LOST });
    expect(await screen.findByText('没有加载出来')).toBeInTheDocument();
  });

  it('changes to elder mode and back', async () => {
    open();
    await screen.findByText('王芳');
    fireEvent.click(screen.getByRole('checkbox', { name: /^长辈版/ }));
    expect(screen.getByRole('main')).toHaveClass('theme--elder');
    act(() => useSettings.getState().setElder(false));
  });
});

describe('signing out', () => {
  const ask = async () => {
    fireEvent.click(await screen.findByRole('button', { name: '退出登录' }));
    expect(screen.getByRole('alertdialog')).toHaveTextContent('草稿会从这台手机上删除');
    fireEvent.click(screen.getAllByRole('button', { name: '退出登录' })[1] as HTMLElement);
  };

  it('ends the session on the server and here', async () => {
    const { to } = open(ACCOUNTANT, { 'POST /me/sign-out': { signedOut: true } });
    await ask();
    expect(await screen.findByText('还没有登录')).toBeInTheDocument();
    expect(to('POST /me/sign-out')).toHaveLength(1);
    expect(useSession.getState().token).toBeUndefined();
  });

  it('ends it at least here when there is no network', async () => {
    open(ACCOUNTANT, { 'POST /me/sign-out': LOST });
    await ask();
    fireEvent.click(await screen.findByRole('button', { name: '只在这台手机上退出' }));
    await waitFor(() => expect(useSession.getState().token).toBeUndefined());
  });
});
