import Taro from '@tarojs/taro';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { AppError, type AppointmentDetailView, type AppointmentStatus } from '@yiyun/shared';
import { addToCalendar } from '@/platform/calendar';
import { DAY, LOST, MINUTE, NOW, openPage, pageOf, wentTo } from '../../../test/open-page';
import { aHall, aHeld, anAppointment, aSlot, aStanding, aStrike, aWait } from '../../../test/samples';
import Appeal from './appeal';
import Detail from './detail';
import List from './list';
import Reschedule from './reschedule';
import Standing from './standing';
import Waitlist from './waitlist';

jest.mock('@/platform/calendar', () => ({ addToCalendar: jest.fn() }));

const detail = (change: Partial<AppointmentDetailView> = {}): AppointmentDetailView => ({
  ...anAppointment(),
  timeline: [{ at: NOW - DAY, kind: 'AppointmentBooked', text: '提交预约', by: '您' }],
  caseId: null,
  ...change,
});
const open = (change: Partial<AppointmentDetailView> = {}, answers = {}) =>
  openPage(Detail, {
    params: { appointmentId: 'P1' },
    answers: { 'GET /appointments/P1': detail(change), ...answers },
  });

describe('an appointment', () => {
  it('says what its state means, shows the code, and what to bring once', async () => {
    open({
      matter: { id: 'M1', name: '停业登记', supportingDocuments: ['身份证', '停业申请表'] },
      furtherMatters: [{ id: 'M2', name: '发票缴销', supportingDocuments: ['身份证', '空白发票'] }],
    });
    expect(await screen.findByText(/位置为您留好了。今天 14:00起可以到厅签到，最晚 15:00/)).toBeInTheDocument();
    expect(screen.getByText('停业登记、发票缴销')).toBeInTheDocument();
    expect(screen.getAllByText('身份证')).toHaveLength(1);
    expect(screen.getByRole('img', { name: /^签到码/ })).toBeInTheDocument();
  });

  it('is put into the calendar, with its file for a browser', async () => {
    jest.mocked(addToCalendar).mockImplementation(async (_, file) => void (await file()));
    const { to } = open({}, { 'GET /appointments/P1/calendar': { fileName: 'Y.ics', text: 'BEGIN:VCALENDAR' } });
    fireEvent.click(await screen.findByText('加到手机日历'));
    expect(await screen.findByText('已加到日历')).toBeInTheDocument();
    expect(jest.mocked(addToCalendar).mock.lastCall?.[0]).toMatchObject({
      title: '到办税服务厅：增值税一般纳税人登记',
      startsAt: NOW + 300 * MINUTE,
    });
    expect(to('GET /appointments/P1/calendar')).toHaveLength(1);
  });

  it('says so when the calendar is not allowed', async () => {
    jest.mocked(addToCalendar).mockRejectedValue({ errMsg: 'addPhoneCalendar:fail auth deny' });
    open();
    fireEvent.click(await screen.findByText('加到手机日历'));
    expect(await screen.findByText(/可能没有允许使用日历/)).toBeInTheDocument();
  });

  it('is cancelled after one question that says what happens; too late, the telephone is left', async () => {
    open({}, { 'POST /appointments/P1/cancel': new AppError('appointment.cancel_too_late', { minutes: 60 }) });
    fireEvent.click(await screen.findByText('取消预约'));
    expect(screen.getByText(/位置会让给别人，不能恢复/)).toBeInTheDocument();
    fireEvent.click(screen.getByText('取消这次预约'));
    fireEvent.click(await screen.findByText('打电话取消'));
    expect(jest.mocked(Taro.makePhoneCall)).toHaveBeenCalledWith({ phoneNumber: '0574-87525678' });
  });

  it.each<[AppointmentStatus, Partial<AppointmentDetailView>, string[]]>([
    ['held', { availableActions: ['submit', 'release'], heldUntil: NOW + 5 * MINUTE }, ['去核对提交', '放弃这个号']],
    ['pending', { availableActions: ['cancel', 'reschedule'] }, ['改时间', '加到手机日历', '取消预约']],
    ['noShow', { availableActions: [] }, ['有特殊情况，申诉', '再约一次']],
    ['cancelled', { availableActions: [], cancelledBy: 'hall' }, ['再约一次']],
    ['checkedIn', { availableActions: [] }, ['看我的号，前面还有几位']],
    ['rescheduled', { availableActions: [], rescheduledToId: 'P2' }, ['看改约后的预约']],
  ])('%s: offers what can be done, and nothing else', async (status, change, acts) => {
    open({ status, ...change });
    for (const act of acts) expect(await screen.findByText(act)).toBeInTheDocument();
    const all = ['去核对提交', '改时间', '加到手机日历', '取消预约', '放弃这个号', '有特殊情况，申诉', '再约一次'];
    for (const other of all.filter((act) => !acts.includes(act))) expect(screen.queryByText(other)).toBeNull();
  });

  it('cancelled by the hall, it says that this does not count', async () => {
    open({ status: 'cancelled', cancelledBy: 'hall', reason: '停电', availableActions: [] });
    expect(await screen.findByText('由办税服务厅取消，不算您取消。')).toBeInTheDocument();
  });
});

describe('another time', () => {
  const answers = {
    'GET /appointments/P1': detail(),
    'GET /public/halls': [aHall(), aHall({ id: 'A2', name: '百丈办税服务厅' })],
    'GET /public/halls/A1/slot-days': {
      days: [{ on: '2026-11-24', remaining: 2, closedReason: null }],
      calendarNote: null,
    },
    'GET /public/halls/A1/slots': [aSlot()],
  };
  const openIt = (more = {}) =>
    openPage(Reschedule, { params: { appointmentId: 'P1' }, answers: { ...answers, ...more } });

  it('keeps the old place until the new one is theirs, and shows both before it changes', async () => {
    const { to } = openIt({ 'POST /appointments/P1/reschedule': anAppointment({ id: 'P2' }) });
    expect(await screen.findByText(/原来的今天 14:30一直为您留着/)).toBeInTheDocument();
    fireEvent.click(await screen.findByRole('radio', { name: /^上午09:30/ }));
    expect(screen.getByText('今天 14:30–15:00')).toBeInTheDocument();
    expect(screen.getByText('明天 09:30–10:00')).toBeInTheDocument();
    fireEvent.click(screen.getByText('改到这个时间'));
    await waitFor(() => expect(wentTo('reLaunch')).toBe('/packages/booking/done/index?appointmentId=P2'));
    expect(to('POST /appointments/P1/reschedule')[0]?.body).toEqual({ slotId: 'L1', version: 2 });
  });

  it('says that the old time is still theirs when the new one was taken meanwhile', async () => {
    openIt({ 'POST /appointments/P1/reschedule': new AppError('appointment.slot_full') });
    fireEvent.click(await screen.findByRole('radio', { name: /^上午09:30/ }));
    fireEvent.click(screen.getByText('改到这个时间'));
    expect(await screen.findByText('这个时段刚刚约满，请另选时段。原来的时间还是您的。')).toBeInTheDocument();
  });

  it('an answer that got lost promises nothing, and a change that was made after all is shown', async () => {
    const { answer } = openIt({ 'POST /appointments/P1/reschedule': LOST });
    fireEvent.click(await screen.findByRole('radio', { name: /^上午09:30/ }));
    answer('GET /appointments/P1', detail({ status: 'rescheduled', rescheduledToId: 'P2', availableActions: [] }));
    fireEvent.click(screen.getByText('改到这个时间'));
    expect(await screen.findByRole('heading', { name: '时间已经改好了' })).toBeInTheDocument();
    expect(screen.queryByText(/原来的时间还是您的/)).toBeNull();
    fireEvent.click(screen.getByText('看改约后的预约'));
    expect(wentTo('redirectTo')).toBe('/packages/booking/detail/index?appointmentId=P2');
  });

  it('can be in another hall', async () => {
    openIt({
      'GET /public/halls/A2/slot-days': {
        days: [{ on: '2026-11-25', remaining: 1, closedReason: null }],
        calendarNote: null,
      },
      'GET /public/halls/A2/slots': [aSlot({ id: 'L7', startsAt: NOW + 2 * DAY, endsAt: NOW + 2 * DAY + 30 * MINUTE })],
    });
    fireEvent.click(await screen.findByText('鄞州区办税服务厅，换一个厅'));
    fireEvent.click(screen.getByRole('radio', { name: /^百丈/ }));
    fireEvent.click(await screen.findByRole('radio', { name: /^上午09:30/ }));
    expect(screen.getByText(/^百丈办税服务厅，/)).toBeInTheDocument();
  });

  it('is not offered when it is too late', async () => {
    openIt({ 'GET /appointments/P1': detail({ availableActions: [] }) });
    expect(await screen.findByText('现在不能改约')).toBeInTheDocument();
  });
});

describe('my appointments', () => {
  it('say what, when, where, for whom and the state in a word', async () => {
    openPage(List, { answers: { 'GET /appointments': pageOf([anAppointment(), aHeld()]) } });
    expect(await screen.findByText('已确认')).toBeInTheDocument();
    expect(screen.getByText('占号中')).toBeInTheDocument();
    fireEvent.click(screen.getByText('我的候补'));
    expect(wentTo()).toBe('/packages/booking/waitlist/index');
  });
});

describe('the waitlist', () => {
  const withEntries = (entries: unknown[], answers = {}) =>
    openPage(Waitlist, { answers: { 'GET /waitlist': pageOf(entries), ...answers } });

  it('says for what one waits and how many are ahead', async () => {
    withEntries([aWait(), aWait({ id: 'W2', scope: 'day', aheadCount: 0 })]);
    expect(await screen.findByText('明天上午')).toBeInTheDocument();
    expect(screen.getByText('前面还有 2 位')).toBeInTheDocument();
    expect(screen.getByText('有人退号就轮到您')).toBeInTheDocument();
  });

  it('shows a place that is kept with its time, to take or to leave to the next', async () => {
    const offered = aWait({ status: 'offered', appointmentId: 'P9', heldUntil: NOW + 30 * MINUTE, version: 3 });
    const { to } = withEntries([offered], {
      'GET /appointments/P9': aHeld({ offeredBy: 'waitlist', version: 7 }),
      'POST /appointments/P9/submit': aHeld(),
      'POST /waitlist/W1/leave': aWait({ status: 'left' }),
    });
    expect(await screen.findByText('号为您留到今天 10:00')).toBeInTheDocument();
    expect(await screen.findByText(/^替您留的号：/)).toBeInTheDocument();
    fireEvent.click(screen.getByText('先核对，写备注'));
    expect(wentTo()).toBe('/packages/booking/check/index?appointmentId=P9');
    fireEvent.click(screen.getByText('要这个号'));
    await waitFor(() => expect(to('POST /appointments/P9/submit')[0]?.body).toEqual({ version: 7 }));
    expect(wentTo('reLaunch')).toMatch(/booking\/done\/index/);
    fireEvent.click(screen.getByText('不要这个号'));
    expect(screen.getByText(/马上给下一位/)).toBeInTheDocument();
    fireEvent.click(screen.getAllByText('不要这个号').at(-1) as HTMLElement);
    await waitFor(() => expect(to('POST /waitlist/W1/leave')[0]?.body).toEqual({ version: 3 }));
  });
});

describe('a time that was waited for in vain', () => {
  it('says why, and leads to other times', async () => {
    const gone = [aWait({ status: 'lapsed', appointmentId: 'P9' }), aWait({ id: 'W2', status: 'lapsed' })];
    openPage(Waitlist, { answers: { 'GET /waitlist': pageOf(gone) } });
    expect(await screen.findByText(/没有在时间内确认/)).toBeInTheDocument();
    expect(screen.getByText(/没有人退号/)).toBeInTheDocument();
    fireEvent.click(screen.getAllByText('再看看别的时间')[0] as HTMLElement);
    expect(wentTo()).toBe(`/packages/booking/time/index?matterId=M1&hallId=${aWait().hall.id}`);
  });
});

describe('what counts against somebody', () => {
  it('says that one may book when nothing does', async () => {
    openPage(Standing, { answers: { 'GET /me/standing': aStanding() } });
    expect(await screen.findByText('现在可以正常预约。')).toBeInTheDocument();
    expect(screen.getByText('每户每半天限约1次。')).toBeInTheDocument();
  });

  it('says who is blocked, until when and for what, and what became of an appeal', async () => {
    const appeal = {
      status: 'rejected',
      statement: '堵车',
      submittedAt: NOW,
      reply: '没有证明',
      decidedAt: NOW,
    } as const;
    const standing = aStanding({
      blocks: [{ taxpayer: { id: 'T1', name: '青禾贸易' }, until: NOW + 7 * DAY, reason: '一个月内爽约3次。' }],
      strikes: [aStrike(), aStrike({ appointmentId: 'P2', appeal, canAppeal: false })],
    });
    openPage(Standing, { answers: { 'GET /me/standing': standing } });
    expect(
      await screen.findByText('青禾贸易：11月30日 周一 09:30前暂时不能预约。一个月内爽约3次。'),
    ).toBeInTheDocument();
    expect(screen.getByText('申诉未成立')).toBeInTheDocument();
    expect(screen.getByText('答复：没有证明')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '对停业登记的这次记录申诉' }));
    expect(wentTo()).toBe('/packages/booking/appeal/index?appointmentId=P1');
  });

  it('is appealed against with a few words, kept until they are sent', async () => {
    const { to } = openPage(Appeal, {
      params: { appointmentId: 'P1' },
      answers: {
        'GET /me/standing': aStanding({ strikes: [aStrike()] }),
        'POST /appointments/P1/appeal': aStrike({ canAppeal: false }),
      },
    });
    fireEvent.click(await screen.findByText('提交申诉'));
    expect(screen.getAllByText(/申诉理由/)).toHaveLength(2);
    fireEvent.change(screen.getByRole('textbox', { name: /当时是什么情况/ }), {
      target: { value: '我到了，排队签不上' },
    });
    fireEvent.click(screen.getByText('提交申诉'));
    expect(await screen.findByRole('heading', { name: '申诉已提交' })).toBeInTheDocument();
    expect(to('POST /appointments/P1/appeal')[0]?.body).toEqual({ statement: '我到了，排队签不上' });
  });

  it('can not be appealed against twice', async () => {
    openPage(Appeal, {
      params: { appointmentId: 'P1' },
      answers: { 'GET /me/standing': aStanding({ strikes: [aStrike({ canAppeal: false })] }) },
    });
    expect(await screen.findByText('这次不用申诉')).toBeInTheDocument();
  });
});
