import Taro from '@tarojs/taro';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { AppError } from '@yiyun/shared';
import { setClock } from '@/lib/clock';
import { announce } from '@/platform/announce';
import { useSettings } from '@/state/settings';
import { LOST, MINUTE, NOW, openPage, wentTo } from '../../../test/open-page';
import { aHall, aLoad, aTicket } from '../../../test/samples';
import Halls from './halls';
import Ticket from './ticket';
import { tokenIn } from './token';

jest.mock('@/platform/announce', () => ({ announce: jest.fn() }));

const PUBLIC = 'GET /public/tickets/tok_A012xyz';
const own = (answers: Record<string, unknown>, params = {}) => openPage(Ticket, { params, answers });
const scanned = (answers: Record<string, unknown>, signedIn = false) =>
  openPage(Ticket, { params: { token: 'tok_A012xyz' }, answers, ...(signedIn ? {} : { me: null }) });

describe('the live ticket', () => {
  beforeEach(() => jest.mocked(announce).mockClear());

  it('shows the number, who is ahead, the range with its source, and what to bring', async () => {
    own({ 'GET /tickets': [aTicket()] });
    expect(await screen.findByText('A012')).toBeInTheDocument();
    expect(screen.getByText('前面还有 4 位')).toHaveAttribute('aria-live', 'polite');
    expect(screen.getByText('还要等：大约 10–20 分钟')).toBeInTheDocument();
    expect(screen.getByText('按本厅最近50笔“停业登记”的办理时间估算')).toBeInTheDocument();
    expect(screen.getByText('停业申请表')).toBeInTheDocument();
  });

  it('says that the wait is unknown, and why', async () => {
    own({ 'GET /tickets': [aTicket({ estimate: { range: null, source: '现在没有开着的窗口能办这件事' } })] });
    expect(await screen.findByText('还要等：等候时间未知')).toBeInTheDocument();
    expect(screen.getByText('现在没有开着的窗口能办这件事')).toBeInTheDocument();
  });

  it('follows from waiting over the call to the end while it is open, and makes itself noticed when called', async () => {
    const { answer, to } = own({ 'GET /tickets': [aTicket()] });
    await screen.findByText('前面还有 4 位');
    expect(announce).not.toHaveBeenCalled();
    answer('GET /tickets', [aTicket({ status: 'called', aheadCount: null, window: { id: 'N3', label: '3号窗口' } })]);
    expect(await screen.findByText('请到3号窗口', {}, { timeout: 7000 })).toHaveAttribute('aria-live', 'assertive');
    expect(announce).toHaveBeenCalledWith('A012号，请到3号窗口', false);
    answer('GET /tickets', [aTicket({ status: 'done', aheadCount: null })]);
    expect(await screen.findByText(/办完了/, {}, { timeout: 7000 })).toBeInTheDocument();
    expect(to('GET /tickets').length).toBe(3);
  }, 20_000);

  it('says aloud in elder mode', async () => {
    act(() => useSettings.getState().setElder(true));
    own({ 'GET /tickets': [aTicket({ status: 'called', window: { id: 'N3', label: '3号窗口' }, recallCount: 1 })] });
    expect(await screen.findByText('已经叫了 2 次，请快一点')).toBeInTheDocument();
    expect(announce).toHaveBeenCalledWith('A012号，请到3号窗口', true);
    act(() => useSettings.getState().setElder(false));
  });

  it('says how old it is when the network is gone', async () => {
    const { answer } = own({ 'GET /tickets': [aTicket()] });
    await screen.findByText(/刚刚更新/);
    answer('GET /tickets', LOST);
    setClock(() => NOW + 3 * MINUTE);
    expect(await screen.findByText(/连不上网络，这是3 分钟前的情况/, {}, { timeout: 12_000 })).toBeInTheDocument();
    expect(screen.getByText('前面还有 4 位')).toBeInTheDocument();
  }, 20_000);

  it('tells at three ahead when that is wanted', async () => {
    const { to } = own({
      'GET /tickets': [aTicket()],
      'POST /tickets/K1/notify': aTicket({ notifyWhenNear: true }),
    });
    fireEvent.click(await screen.findByRole('checkbox', { name: /前面还有3位时提醒我/ }));
    expect(await screen.findByText('前面还有3位时提醒您')).toBeInTheDocument();
    expect(to('POST /tickets/K1/notify')[0]?.body).toEqual({ on: true });
  });

  it.each([
    ['missed', /请到导税台说一声/],
    ['parked', /不用重新排队/],
    ['left', /重新取号或预约/],
  ] as const)('%s: says what to do', async (status, advice) => {
    own({ 'GET /tickets': [aTicket({ status, aheadCount: null, estimate: null })] });
    expect(await screen.findByText(advice)).toBeInTheDocument();
  });

  it('is open to whoever has the paper, without an account', async () => {
    const { to } = scanned({ [PUBLIC]: aTicket() });
    expect(await screen.findByText('A012')).toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).toBeNull();
    fireEvent.click(screen.getByText('登录后，快到时提醒我'));
    expect(wentTo()).toBe('/packages/account/sign-in/index');
    expect(to('GET /tickets')).toHaveLength(0);
  });

  it('is kept by whoever scanned it, and refused to the next', async () => {
    const { answer, to } = scanned({ [PUBLIC]: aTicket(), 'GET /tickets': [], 'POST /tickets/keep': aTicket() }, true);
    answer('POST /tickets/keep', new AppError('queue.ticket_kept_by_other'));
    fireEvent.click(await screen.findByText('这是我的号，放进我的账户'));
    expect(await screen.findByText('这张号票已在另一个账户里')).toBeInTheDocument();
    answer('POST /tickets/keep', aTicket());
    answer('GET /tickets', [aTicket()]);
    fireEvent.click(screen.getByText('这是我的号，放进我的账户'));
    expect(await screen.findByRole('checkbox', { name: /前面还有3位/ })).toBeInTheDocument();
    expect(to('POST /tickets/keep')[0]?.body).toEqual({ publicToken: 'tok_A012xyz' });
  });

  it('says that there is none today, and what then', async () => {
    own({ 'GET /tickets': [] });
    expect(await screen.findByText('今天没有号')).toBeInTheDocument();
    fireEvent.click(screen.getByText('看各厅人多不多'));
    expect(wentTo()).toBe('/packages/queue/halls/index');
  });

  it.each([
    ['https://tax.example.cn/m/#/packages/queue/ticket/index?token=tok_A012xyz', 'tok_A012xyz'],
    ['tok_A012xyz', 'tok_A012xyz'],
    ['https://tax.example.cn/t/tok_A012xyz', 'tok_A012xyz'],
    ['https://evil.example/?x=1', undefined],
    ['Y261122', undefined],
    ['', undefined],
  ])('reads the code in %s', (text, token) => expect(tokenIn(text)).toBe(token));
});

describe('how full the halls are', () => {
  it('is said of each, with whom to call', async () => {
    openPage(Halls, { me: null, answers: { 'GET /public/halls': [aHall()], 'GET /public/hall-loads': [aLoad()] } });
    const load = '现在 12 人在等 · 3 个窗口在办 · 简易事项大约 20–35 分钟 · 复杂事项大约 30–50 分钟';
    expect(await screen.findByText(load)).toBeInTheDocument();
    fireEvent.click(screen.getByText('鄞州区办税服务厅'));
    fireEvent.click(screen.getByText('打电话 0574-87525678'));
    await waitFor(() => expect(jest.mocked(Taro.makePhoneCall)).toHaveBeenCalled());
  });
});
