import { fireEvent, screen, waitFor } from '@testing-library/react';
import { AppError, type BindingView } from '@yiyun/shared';
import { draftOf, keepDraft } from '@/api/draft-store';
import { setClock } from '@/lib/clock';
import { LOST, ME, MINUTE, NOW, openPage, wentTo } from '../../../test/open-page';
import { aHall, aHeld, aLoad, aMatter, aSlot, aStanding, aStrike } from '../../../test/samples';
import type { BookingDraft } from './booking-draft';
import Check from './check';

const SELF: BindingView = {
  id: 'B1',
  taxpayerId: 'T0',
  kind: 'individual',
  name: '王芳',
  uscc: null,
  role: 'self',
  boundAt: 1,
};
const FIRM: BindingView = {
  ...SELF,
  id: 'B2',
  taxpayerId: 'T1',
  kind: 'enterprise',
  name: '青禾贸易',
  role: 'taxHandler',
};
const OLD: BindingView = { ...SELF, id: 'B3', taxpayerId: 'T2', name: '王大爷', role: 'proxy' };
const ALONE = { ...ME, bindings: [SELF] };
const SEVERAL = { ...ME, bindings: [SELF, FIRM, OLD] };

const chosen = (change: Partial<BookingDraft> = {}) =>
  keepDraft('booking', {
    matterId: 'M1',
    furtherMatterIds: [],
    hallId: 'A1',
    on: '2026-11-24',
    slotId: 'L1',
    startsAt: NOW,
    endsAt: NOW,
    ...change,
  });
const kept = () => draftOf('booking') as Partial<BookingDraft>;

const ANSWERS = {
  'GET /public/matters/M1': aMatter(),
  'GET /public/halls': [aHall(), aHall({ id: 'A2', name: '百丈办税服务厅' })],
  'GET /public/hall-loads': [aLoad({ hallId: 'A2' })],
  'GET /public/halls/A1/slot-days': {
    days: [{ on: '2026-11-25', remaining: 4, closedReason: null }],
    calendarNote: null,
  },
  'GET /public/halls/A1/slots': [aSlot({ remaining: 0 })],
  'GET /me/standing': aStanding({ strikes: [aStrike()] }),
  'POST /appointments/holds': aHeld(),
};
const open = (answers: Record<string, unknown> = {}, me = ALONE, params = {}) =>
  openPage(Check, { me, params, answers: { ...ANSWERS, ...answers } });
const refusedWith = (error: AppError) => open({ 'POST /appointments/holds': error });

describe('the check of a booking', () => {
  it('holds the chosen place at once, and says how long in words: to the second to see, to the minute to hear', async () => {
    chosen();
    const { to } = open();
    expect(await screen.findByText('还剩 9 分 30 秒')).toHaveAttribute('aria-hidden', 'true');
    const spoken = screen.getByText('还剩 9 分钟');
    expect(spoken).toHaveAttribute('aria-live', 'polite');
    expect(to('POST /appointments/holds')[0]?.body).toEqual({ slotId: 'L1', matterId: 'M1', taxpayerId: 'T0' });
    expect(kept()).toMatchObject({ heldId: 'P9', taxpayerId: 'T0' });
    expect(screen.getByText('号为您留到今天 09:39')).toBeInTheDocument();
  });

  it('submits what was held with the note and the reason to come, and asks for nothing twice', async () => {
    chosen({ onSiteReason: 'needsHelp' });
    const { to } = open({ 'POST /appointments/P9/submit': aHeld({ status: 'confirmed' }) });
    fireEvent.change(await screen.findByRole('textbox', { name: /还有什么/ }), { target: { value: '带两份' } });
    fireEvent.click(screen.getByText('提交预约'));
    await waitFor(() => expect(wentTo('reLaunch')).toBe('/packages/booking/done/index?appointmentId=P9'));
    expect(to('POST /appointments/P9/submit')[0]?.body).toEqual({
      version: 1,
      note: '带两份',
      onSiteReason: 'needsHelp',
    });
    expect(screen.getByText('不会网上操作，需要帮助')).toBeInTheDocument();
  });

  it('asks for several matters in slots one after another', async () => {
    chosen({ furtherMatterIds: ['M2'] });
    const further = [{ id: 'M2', name: '发票领用', supportingDocuments: [] }];
    const { to } = open({
      'GET /public/matters/M2': aMatter({ id: 'M2', name: '发票领用' }),
      'POST /appointments/holds': aHeld({ furtherMatters: further }),
    });
    expect(await screen.findByText('增值税一般纳税人登记、发票领用')).toBeInTheDocument();
    expect(to('POST /appointments/holds')[0]?.body).toMatchObject({ furtherMatterIds: ['M2'] });
  });

  it('says that the time is over on a page of its own, keeps the note, and holds the same place again', async () => {
    chosen({ note: '带两份' });
    const { to, answer } = open();
    await screen.findByText('还剩 9 分 30 秒');
    setClock(() => NOW + 10 * MINUTE);
    expect(await screen.findByRole('heading', { name: '保留时间到了' }, { timeout: 3000 })).toBeInTheDocument();
    answer('GET /appointments/P9', {
      ...aHeld({ status: 'expired', availableActions: [] }),
      timeline: [],
      caseId: null,
    });
    answer('POST /appointments/holds', aHeld({ id: 'P10', heldUntil: NOW + 20 * MINUTE }));
    fireEvent.click(screen.getByText('再占这个号'));
    expect(await screen.findByText('号为您留到今天 09:50')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: /还有什么/ })).toHaveValue('带两份');
    const keys = to('POST /appointments/holds').map(({ header }) => header['idempotency-key']);
    expect(new Set(keys).size).toBe(2);
  });

  it('shows the same page when the server says first that the time is over', async () => {
    chosen();
    open({ 'POST /appointments/P9/submit': new AppError('appointment.hold_expired') });
    fireEvent.click(await screen.findByText('提交预约'));
    expect(await screen.findByText('号已经放回')).toBeInTheDocument();
  });

  it('gives the old place back when another time was chosen', async () => {
    chosen({ heldId: 'P8', heldFor: 'L0 T0 M1' });
    const old = { ...aHeld({ id: 'P8', version: 4 }), timeline: [], caseId: null };
    const { to } = open({ 'GET /appointments/P8': old, 'POST /appointments/P8/cancel': old });
    await screen.findByText('还剩 9 分 30 秒');
    expect(to('POST /appointments/P8/cancel')[0]?.body).toEqual({ version: 4 });
  });

  it('finds its place again when the app was closed in between, and takes no second one', async () => {
    chosen({ heldId: 'P9', heldFor: 'L1 T0 M1' });
    const { to } = open({ 'GET /appointments/P9': aHeld() });
    expect(await screen.findByText('还剩 9 分 30 秒')).toBeInTheDocument();
    expect(to('POST /appointments/holds')).toHaveLength(0);
  });

  it('tries a lost request again with the same key', async () => {
    chosen();
    const { to, answer } = open({ 'POST /appointments/holds': LOST });
    await screen.findByText('还没有占到号');
    answer('POST /appointments/holds', aHeld());
    fireEvent.click(screen.getByText('重新加载'));
    await screen.findByText('还剩 9 分 30 秒');
    const keys = to('POST /appointments/holds').map(({ header }) => header['idempotency-key']);
    expect(keys[0]).toBe(keys[1]);
  });

  it('asks for whom before it holds, where there are several: oneself, an enterprise, a person who agreed', async () => {
    chosen();
    const { to } = open({}, SEVERAL);
    expect(await screen.findByRole('radio', { name: /青禾贸易.*办税员/ })).toBeInTheDocument();
    fireEvent.click(screen.getByText('继续'));
    expect(screen.getAllByText('请选择为谁办理')).toHaveLength(2);
    expect(to('POST /appointments/holds')).toHaveLength(0);
    fireEvent.click(screen.getByRole('radio', { name: /王大爷.*亲友代办/ }));
    fireEvent.click(screen.getByText('继续'));
    await waitFor(() => expect(to('POST /appointments/holds')[0]?.body).toMatchObject({ taxpayerId: 'T2' }));
  });

  it('keeps what was chosen for whoever has to sign in first', () => {
    chosen();
    openPage(Check, { me: null });
    expect(screen.getByText(/登录并验证手机号后就为您占号/)).toBeInTheDocument();
  });
});

describe('a place that can not be held', () => {
  it('full: other days, waiting, other halls with how full they are', async () => {
    chosen();
    refusedWith(new AppError('appointment.slot_full'));
    expect(await screen.findByRole('heading', { name: '这个时段刚刚约满了' })).toBeInTheDocument();
    expect(await screen.findByText('现在 12 人在等 · 3 个窗口在办 · 大约 20–35 分钟')).toBeInTheDocument();
    expect(await screen.findByText('加入候补')).toBeInTheDocument();
    fireEvent.click(await screen.findByText('后天'));
    expect(wentTo('redirectTo')).toBe('/packages/booking/time/index?matterId=M1&hallId=A1');
    expect(kept()).toMatchObject({ on: '2026-11-25', slotId: '' });
  });

  it('blocked by the rules: why, until when, what it is for, and the way to appeal', async () => {
    chosen();
    refusedWith(new AppError('appointment.blocked', { until: '12月23日', reason: '爽约已满3次' }));
    expect(await screen.findByText('按预约规则，您在12月23日前暂时不能预约：爽约已满3次。')).toBeInTheDocument();
    fireEvent.click(await screen.findByText('申诉'));
    expect(wentTo()).toBe('/packages/booking/appeal/index?appointmentId=P1');
    expect(screen.getByText(/可以直接到厅取现场号/)).toBeInTheDocument();
  });

  it.each([
    ['appointment.already_booked', '这个半天已经有预约了', '看我的预约'],
    ['appointment.matters_do_not_fit', '这里放不下这几件事', '少办一件，分开预约'],
    ['appointment.slot_past', '这个时段约不了', '另选时间'],
    ['appointment.slot_closed', '这个时段约不了', '换一个办税服务厅'],
    ['appointment.slot_too_early', '这个时段约不了', '另选时间'],
    ['identity.taxpayer_not_yours', '不能为这家办理了', '重选为谁办理'],
  ] as const)('%s: a page with a way on, never a red field', async (code, title, way) => {
    chosen();
    const { container } = refusedWith(new AppError(code));
    expect(await screen.findByRole('heading', { name: title })).toBeInTheDocument();
    fireEvent.click(screen.getByText(way));
    expect(container.querySelector('.has-error')).toBeNull();
  });

  it('outside the hours in which one can book: says which they are', async () => {
    chosen();
    refusedWith(new AppError('appointment.closed_hours', { hours: '06:00–22:00' }));
    expect(await screen.findByText(/受理时间为06:00–22:00/)).toBeInTheDocument();
  });
});

describe('a place that was kept before', () => {
  it('is looked over and submitted, without ways to change it', async () => {
    const { to } = open(
      { 'GET /appointments/P9': aHeld({ offeredBy: 'waitlist' }), 'POST /appointments/P9/submit': aHeld() },
      ALONE,
      { appointmentId: 'P9' },
    );
    await screen.findByText('还剩 9 分钟');
    expect(screen.queryByText('这次还要办别的事')).toBeNull();
    fireEvent.click(screen.getByText('提交预约'));
    await waitFor(() => expect(to('POST /appointments/P9/submit')).toHaveLength(1));
  });

  it('leads on when it was submitted already', async () => {
    open({ 'GET /appointments/P9': aHeld({ status: 'confirmed' }) }, ALONE, { appointmentId: 'P9' });
    fireEvent.click(await screen.findByText('看这个预约'));
    expect(wentTo('redirectTo')).toBe('/packages/booking/detail/index?appointmentId=P9');
  });
});
