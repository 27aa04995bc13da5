import { act, fireEvent, screen } from '@testing-library/react';
import { draftOf } from '@/api/draft-store';
import { useSettings } from '@/state/settings';
import { openPage, pageOf, wentTo } from '../../../test/open-page';
import { aHall, aLoad, aMatter, aSlot, aWait } from '../../../test/samples';
import Full from './full';
import Further from './further';
import Hall from './hall';
import Matter from './matter';
import Online from './online';
import Rules from './rules';
import Time from './time';

const MINUTE = 60_000;
const at = (time: string) => Date.parse(`2026-11-24T${time}:00+08:00`);
const slotAt = (id: string, time: string, remaining: number, closedReason: string | null = null) =>
  aSlot({ id, startsAt: at(time), endsAt: at(time) + 30 * MINUTE, remaining, closedReason });

const ANSWERS = {
  'GET /public/matters/M1': aMatter(),
  'GET /public/halls': [aHall(), aHall({ id: 'A2', name: '百丈办税服务厅' })],
  'GET /public/halls/A1': aHall(),
  'GET /public/hall-loads': [aLoad(), aLoad({ hallId: 'A2', open: false })],
  'GET /public/halls/A1/slot-days': {
    days: [
      { on: '2026-11-23', remaining: 0, closedReason: null },
      { on: '2026-11-24', remaining: 3, closedReason: null },
      { on: '2026-11-25', remaining: 5, closedReason: null },
      { on: '2026-11-28', remaining: 0, closedReason: '休息' },
    ],
    calendarNote: null,
  },
  'GET /public/halls/A1/slots': [slotAt('L1', '09:00', 2), slotAt('L2', '09:30', 0), slotAt('L3', '14:00', 1, '停电')],
};
const UNKNOWN = { range: null, source: '没有窗口在办' };
const PLACE = { matterId: 'M1', hallId: 'A1' };

describe('where and when', () => {
  afterEach(() => act(() => useSettings.getState().setElder(false)));

  it('shows how full each hall is now: who waits, windows, the range', async () => {
    openPage(Hall, { me: null, params: PLACE, answers: ANSWERS });
    expect(await screen.findByText('现在 12 人在等 · 3 个窗口在办 · 大约 20–35 分钟')).toBeInTheDocument();
    expect(screen.getByText('现在不办公')).toBeInTheDocument();
    fireEvent.click(screen.getByText('鄞州区办税服务厅'));
    expect(wentTo()).toBe('/packages/booking/time/index?matterId=M1&hallId=A1');
  });

  it('says that the wait is unknown where no window serves', async () => {
    const closed = aLoad({ openWindows: 0, waiting: 2, estimates: { simple: UNKNOWN, complex: UNKNOWN } });
    openPage(Hall, { me: null, params: PLACE, answers: { ...ANSWERS, 'GET /public/hall-loads': [closed] } });
    expect(await screen.findByText('现在 2 人在等 · 没有窗口在办 · 等候时间未知')).toBeInTheDocument();
  });

  it('lets one choose a free slot; a full one and a full day lead to what else there is, a closed one nowhere', async () => {
    openPage(Time, { me: null, params: PLACE, answers: ANSWERS });
    fireEvent.click(await screen.findByRole('button', { name: '上午09:30–10:00，约满·候补' }));
    expect(wentTo()).toBe('/packages/booking/full/index?matterId=M1&hallId=A1&on=2026-11-24&slotId=L2');
    fireEvent.click(screen.getByRole('button', { name: /^11月23日 周一，约满/ }));
    expect(wentTo()).toBe('/packages/booking/full/index?matterId=M1&hallId=A1&on=2026-11-23');
    expect(screen.getByRole('radio', { name: '下午14:00–14:30，停电' })).toHaveAttribute('aria-disabled', 'true');
    fireEvent.click(screen.getByRole('radio', { name: '上午09:00–09:30，余 2' }));
    fireEvent.click(screen.getByText('占号，去核对'));
    expect(wentTo()).toBe('/packages/booking/check/index');
    expect(draftOf('booking')).toMatchObject({ ...PLACE, slotId: 'L1' });
  });

  it('in elder mode shows one day with what is free, and a touch is the choice', async () => {
    act(() => useSettings.getState().setElder(true));
    openPage(Time, { me: null, params: { ...PLACE, taxpayerId: 'T7' }, answers: ANSWERS });
    expect(await screen.findByText('明天 11月24日')).toBeInTheDocument();
    fireEvent.click(await screen.findByText('上午 09:00'));
    expect(wentTo()).toBe('/packages/booking/check/index');
    expect(draftOf('booking')).toMatchObject({ slotId: 'L1', taxpayerId: 'T7' });
    expect(screen.queryByText(/09:30/)).toBeNull();
    fireEvent.click(screen.getByText('后一天'));
    expect(screen.getByText('后天 11月25日')).toBeInTheDocument();
  });
});

describe('a time that is full', () => {
  const open = (answers = {}) =>
    openPage(Full, {
      params: { ...PLACE, on: '2026-11-24', slotId: 'L2' },
      me: {
        citizen: { id: 'C1', name: '王芳', maskedPhone: '1' },
        consentVersion: '1',
        requiredConsentVersion: '1',
        bindings: [
          { id: 'B1', taxpayerId: 'T0', kind: 'individual', name: '王芳', uscc: null, role: 'self', boundAt: 1 },
        ],
        proxies: [],
      },
      answers: { ...ANSWERS, 'POST /waitlist': aWait(), ...answers },
    });

  it('is waited for: the slot, its half of the day, or the day', async () => {
    const { to } = open();
    expect(await screen.findByRole('heading', { name: '明天 09:30–10:00 约满了' })).toBeInTheDocument();
    expect(await screen.findByRole('radio', { name: '就要 09:30–10:00' })).toBeChecked();
    fireEvent.click(screen.getByRole('radio', { name: '上午都行' }));
    fireEvent.click(screen.getByText('加入候补'));
    await screen.findByText('已加入候补');
    expect(to('POST /waitlist')[0]?.body).toEqual({ slotId: 'L1', matterId: 'M1', taxpayerId: 'T0', scope: 'halfDay' });
    expect(wentTo('redirectTo')).toBe('/packages/booking/waitlist/index');
  });

  it('names other days, and another hall with how full it is', async () => {
    open();
    fireEvent.click(await screen.findByText('后天'));
    expect(wentTo('redirectTo')).toBe('/packages/booking/time/index?matterId=M1&hallId=A1');
    fireEvent.click(await screen.findByText('百丈办税服务厅'));
    expect(wentTo('redirectTo')).toBe('/packages/booking/time/index?matterId=M1&hallId=A2');
  });
});

describe('what can be done online', () => {
  it('comes first, with a way to the hall all the same and a question why', async () => {
    const online = aMatter({ onlineAvailable: true, onlineHint: '可以在电子税务局提交申请。' });
    const answers = { ...ANSWERS, 'GET /public/matters/M1': online };
    const guide = openPage(Matter, { me: null, params: PLACE, answers });
    fireEvent.click(await screen.findByText('预约到厅办理'));
    expect(wentTo()).toBe('/packages/booking/online/index?matterId=M1');
    guide.unmount();
    openPage(Online, { me: null, params: PLACE, answers });
    expect(await screen.findByText('可以在电子税务局提交申请。')).toBeInTheDocument();
    fireEvent.click(screen.getByText('网上办理没有成功'));
    fireEvent.click(screen.getByText('仍要到厅，继续预约'));
    expect(wentTo()).toBe('/packages/booking/hall/index?matterId=M1');
    expect(draftOf('booking')).toMatchObject({ onSiteReason: 'onlineFailed' });
  });

  it('asks nothing where it can only be done in the hall', async () => {
    openPage(Matter, { me: null, params: PLACE, answers: ANSWERS });
    fireEvent.click(await screen.findByText('预约到厅办理'));
    expect(wentTo()).toBe('/packages/booking/hall/index?matterId=M1');
  });
});

describe('several matters', () => {
  it('are added and taken away; the time is chosen anew', async () => {
    const openTime = openPage(Time, { me: null, params: PLACE, answers: ANSWERS });
    fireEvent.click(await screen.findByRole('radio', { name: /^上午09:00/ }));
    openTime.unmount();
    openPage(Further, {
      me: null,
      answers: {
        ...ANSWERS,
        'GET /public/matters/M2': aMatter({ id: 'M2', name: '发票领用' }),
        'GET /public/matters': pageOf([
          aMatter(),
          aMatter({ id: 'M2', name: '发票领用' }),
          aMatter({ id: 'M3', name: '只能网上办的', counterAvailable: false }),
        ]),
      },
    });
    fireEvent.click(await screen.findByRole('link', { name: /^发票领用/ }));
    expect(draftOf('booking')).toMatchObject({ furtherMatterIds: ['M2'], slotId: '', on: '' });
    expect(screen.queryByText('只能网上办的')).toBeNull();
    fireEvent.click(screen.getByText('一共2件，选好了'));
    expect(wentTo('redirectTo')).toBe('/packages/booking/time/index?matterId=M1&hallId=A1');
    fireEvent.click(await screen.findByRole('link', { name: /^发票领用/ }));
    expect(await screen.findByText('只办这一件')).toBeInTheDocument();
  });
});

describe('the rules of booking', () => {
  it('are read in sentences, with their source', async () => {
    const inForce = {
      title: '宁波样例规则',
      source: '甬税发〔2026〕1号',
      effectiveFromOn: '2026-01-01',
      sentences: ['可以预约1到14天内的日期。', '每户每半天限约1次。'],
    };
    openPage(Rules, { me: null, answers: { 'GET /public/booking-policy': inForce } });
    expect(await screen.findByText('每户每半天限约1次。')).toBeInTheDocument();
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByText(/依据：甬税发〔2026〕1号/)).toBeInTheDocument();
  });
});
