import { act, fireEvent, screen } from '@testing-library/react';
import { AppError } from '@yiyun/shared';
import { useSettings } from '@/state/settings';
import { LOST, ME, openPage, PENDING, pageOf, wentTo } from '../../../test/open-page';
import {
  aCase,
  aCorrection,
  aHeld,
  aNotice,
  anAnswered,
  anAppointment,
  anOffer,
  aQuestion,
  aTicket,
} from '../../../test/samples';
import Home from './index';

const QUIET = {
  'GET /tickets': [],
  'GET /disruption-offers': [],
  'GET /appointments': pageOf([]),
  'GET /cases': pageOf([]),
  'GET /help/requests': pageOf([]),
  'GET /messages/unread': { unread: 0 },
  'GET /notices': pageOf([]),
};

describe('the home page', () => {
  afterEach(() => act(() => useSettings.getState().setElder(false)));

  it('opens with what concerns this person today, and leads there', async () => {
    openPage(Home, {
      answers: {
        ...QUIET,
        'GET /appointments': pageOf([anAppointment()]),
        'GET /cases': pageOf([aCorrection(), aCase({ id: 'C2', workingDaysLeft: 2 }), aCase({ id: 'C3' })]),
        'GET /help/requests': pageOf([anAnswered(), aQuestion({ id: 'H2', title: '还没有人答' })]),
        'GET /messages/unread': { unread: 4 },
      },
    });
    fireEvent.click(await screen.findByText('今天 14:30'));
    expect(wentTo()).toBe('/packages/booking/detail/index?appointmentId=P1');
    fireEvent.click(screen.getByText('请补正：发票票种核定'));
    expect(wentTo()).toBe('/packages/cases/detail/index?caseId=C1');
    fireEvent.click(screen.getByText('剩2个工作日办结：发票票种核定'));
    expect(wentTo()).toBe('/packages/cases/detail/index?caseId=C2');
    fireEvent.click(screen.getByText('有答复了：怎么领发票？'));
    expect(wentTo()).toBe('/packages/help/detail/index?helpRequestId=H1');
    fireEvent.click(screen.getByText('您有4条未读消息'));
    expect(wentTo()).toBe('/packages/messages/list/index');
    expect(screen.queryByText(/还没有人答/)).toBeNull();
  });

  it('shows the number that one waits with before anything else', async () => {
    const { container } = openPage(Home, {
      answers: {
        ...QUIET,
        'GET /tickets': [aTicket(), aTicket({ id: 'K0', status: 'done', number: 'A001' })],
        'GET /appointments': pageOf([anAppointment({ status: 'checkedIn' })]),
      },
    });
    fireEvent.click(await screen.findByText('A012'));
    expect(wentTo()).toBe('/packages/queue/ticket/index?token=tok_A012xyz');
    expect(screen.getByText('前面还有 4 位')).toBeInTheDocument();
    expect(container.querySelectorAll('.ticket')).toHaveLength(1);
  });

  it('on the day of a visit shows the ticket that the guide desk draws while the page is open', async () => {
    jest.useFakeTimers();
    let isHere = false;
    openPage(Home, {
      answers: {
        ...QUIET,
        'GET /tickets': () => (isHere ? [aTicket()] : []),
        'GET /appointments': () => pageOf([anAppointment({ status: isHere ? 'checkedIn' : 'confirmed' })]),
      },
    });
    expect(await screen.findByText('今天 14:30')).toBeInTheDocument();
    isHere = true;
    await act(() => jest.advanceTimersByTimeAsync(30_000));
    expect(screen.getByText('A012')).toBeInTheDocument();
    expect(screen.queryByText('今天 14:30')).toBeNull();
    jest.useRealTimers();
  });

  it('asks to answer the offer of a closed hall, and to submit what is kept', async () => {
    openPage(Home, {
      answers: {
        ...QUIET,
        'GET /disruption-offers': [anOffer(), anOffer({ id: 'D2', status: 'chosen', availableActions: [] })],
        'GET /appointments': pageOf([aHeld(), anAppointment()]),
      },
    });
    fireEvent.click(await screen.findByText('鄞州区办税服务厅停办，今天 14:30的预约请改时间'));
    expect(wentTo()).toBe('/packages/disruptions/offer/index?affectedPartyId=D1');
    fireEvent.click(await screen.findByText('明天 09:30的号替您留到今天 09:39，请提交'));
    expect(wentTo()).toBe('/packages/booking/check/index?appointmentId=P9');
    expect(screen.getByText('今天 14:30')).toBeInTheDocument();
  });

  it('in elder mode what one came for before is one touch from its times', async () => {
    act(() => useSettings.getState().setElder(true));
    const past = [
      anAppointment(),
      anAppointment({ id: 'P2' }),
      anAppointment({ id: 'P3', matter: { id: 'M9', name: '别的', supportingDocuments: [] } }),
    ];
    openPage(Home, {
      answers: {
        ...QUIET,
        'GET /appointments': ({ query }: { query: { period: string } }) => pageOf(query.period === 'past' ? past : []),
      },
    });
    fireEvent.click(await screen.findByText('再约：增值税一般纳税人登记'));
    expect(wentTo()).toBe('/packages/booking/time/index?matterId=M1&hallId=A1&taxpayerId=T1');
    expect(screen.getAllByText(/^再约：/)).toHaveLength(2);
  });

  it('has one sentence for each kind, however many there are of it', async () => {
    openPage(Home, {
      answers: {
        ...QUIET,
        'GET /cases': pageOf([aCorrection(), aCorrection({ id: 'C2' }), aCase({ id: 'C3', workingDaysLeft: 0 })]),
        'GET /help/requests': pageOf([anAnswered(), anAnswered({ id: 'H2' })]),
      },
    });
    fireEvent.click(await screen.findByText('有2件事等您补正'));
    expect(wentTo('switchTab')).toBe('/pages/progress/index');
    expect(screen.getByText('今天应当办结：发票票种核定')).toBeInTheDocument();
    fireEvent.click(screen.getByText('您的2个提问有了答复'));
    expect(wentTo()).toBe('/packages/help/list/index');
  });

  it('says so when nothing waits', async () => {
    openPage(Home, { answers: QUIET });
    expect(await screen.findByText('今天没有等您处理的事。')).toBeInTheDocument();
    expect(await screen.findByText('还没有通知公告')).toBeInTheDocument();
  });

  it('does not claim that nothing waits while that is unknown, and tries again', async () => {
    const { answer } = openPage(Home, { answers: { ...QUIET, 'GET /cases': LOST } });
    const retry = await screen.findByText(/没有全部加载出来/);
    expect(screen.queryByText('今天没有等您处理的事。')).toBeNull();
    answer('GET /cases', pageOf([aCorrection()]));
    fireEvent.click(retry);
    expect(await screen.findByText('请补正：发票票种核定')).toBeInTheDocument();
  });

  it('shows lines in the place of what is on its way', async () => {
    openPage(Home, { answers: { ...QUIET, 'GET /appointments': PENDING, 'GET /notices': PENDING } });
    expect(await screen.findAllByRole('status', { name: '正在加载' })).toHaveLength(2);
  });

  it('invites whoever is not signed in, and shows the public notices', async () => {
    const { to } = openPage(Home, {
      me: null,
      answers: { 'GET /public/notices': pageOf([aNotice()]) },
    });
    expect(await screen.findByText('十二月延时服务安排')).toBeInTheDocument();
    fireEvent.click(screen.getByText(/登录后，这里会显示/));
    expect(wentTo()).toBe('/packages/account/sign-in/index');
    expect(to('GET /appointments')).toHaveLength(0);
  });

  it.each([
    ['consent', { ...ME, consentVersion: null }, '/packages/account/consent/index'],
    ['phone', { ...ME, citizen: { ...ME.citizen, maskedPhone: null } }, '/packages/account/phone/index'],
  ])('leads to the missing step: %s', async (_, me, url) => {
    openPage(Home, { me, answers: QUIET });
    fireEvent.click(await screen.findByText(/^请(阅读|验证)/));
    expect(wentTo()).toBe(url);
  });

  it('fetches again when it is pulled down', async () => {
    const { to, pullDown } = openPage(Home, { answers: QUIET });
    await screen.findByText('今天没有等您处理的事。');
    await pullDown();
    expect(to('GET /cases')).toHaveLength(2);
  });

  it('marks what was not read of the notices addressed to this person', async () => {
    const notices = [aNotice(), aNotice({ id: 'N2', title: '已经读过的', readAt: 1 })];
    openPage(Home, { answers: { ...QUIET, 'GET /notices': pageOf(notices) } });
    await screen.findByText('十二月延时服务安排');
    expect(screen.getAllByText('未读')).toHaveLength(1);
  });

  it('has fewer things in elder mode, one tap away', async () => {
    const notices = ['一', '二', '三'].map((id) => aNotice({ id, title: `公告${id}` }));
    openPage(Home, {
      answers: { ...QUIET, 'GET /notices': pageOf(notices), 'GET /messages/unread': { unread: 1 } },
    });
    await screen.findByText('公告三');
    expect(await screen.findByText('您有1条未读消息')).toBeInTheDocument();
    expect(document.querySelectorAll('.act')).toHaveLength(4);
    fireEvent.click(screen.getByRole('switch', { name: /^长辈版/ }));
    expect(document.querySelectorAll('.act')).toHaveLength(3);
    expect(screen.queryByText('公告二')).toBeNull();
    expect(screen.queryByText('您有1条未读消息')).toBeNull();
    expect(screen.queryByText('搜索常见问题')).toBeNull();
    expect(screen.getByText('打电话问：12366')).toBeInTheDocument();
  });

  it('forgets a session that has ended', async () => {
    openPage(Home, {
      answers: {
        ...QUIET,
        'GET /me': new AppError('auth.required'),
        'GET /public/notices': pageOf([]),
      },
    });
    expect(await screen.findByText(/登录后，这里会显示/)).toBeInTheDocument();
  });
});
