import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AppError, defaultBookingRules, instantAt, type MatterSummaryView } from '@yiyun/shared';
import type { Browser, Page } from 'playwright-core';
import { asCitizen, asStaff, type Citizen } from './harness/clients';
import { type Desk, openBrowser } from './harness/desk';
import { Hall, type Phone, shoot } from './harness/hall';
import { startServer, TODAY } from './harness/server';

/** A day of a hall with everything that shows a page at once: three windows, the guide desk, a kiosk, the screen, a manager, two phones. */
type Staff = Awaited<ReturnType<typeof asStaff>>;
const ANN = '13800138001';
const EVE = '13800138002';
const DAN = '13800138003';
const BEN = '13800138004';
const WINDOWS = ['yinzhou', 'yinzhou2', 'yinzhou3'];

let browser: Browser;
let hall: Hall;
let hallId: string;
let matter: MatterSummaryView;
let officer: Staff;
let manager: Staff;
let desks: Desk[];
let guide: Desk;
let office: Desk;
let kiosk: Page;
let screen: Page;
let people: Record<'ann' | 'ben' | 'dan' | 'eve', Citizen>;
let ann: Phone;
let ben: Phone;
/** What Eve had booked in the time that is closed. */
let closedOut: string;
/** What happened, to be read again in the evening. */
const day = { drawn: 0, served: 0, noShow: 0 };

const board = () => officer.queue.board({ params: { hallId } });
const mine = ({ page }: Desk) => page.getByRole('region', { name: '我的窗口' });
const atWindow = (desk: Desk, text: string | RegExp) => mine(desk).getByText(text).first().waitFor();
const slotAt = async (minutes: number) => {
  const query = { matterId: matter.id, on: TODAY };
  const slots = await officer.appointments.slots({ params: { hallId }, query });
  const slot = slots.find(({ startsAt }) => startsAt === instantAt(TODAY, minutes));
  assert.ok(slot, `a slot at ${minutes}`);
  return slot;
};
const bookAt = async ({ api, taxpayerId }: Citizen, minutes: number) =>
  api.appointments.book({ body: { slotId: (await slotAt(minutes)).id, matterId: matter.id, taxpayerId } });

before(async () => {
  const [server, started] = await Promise.all([startServer(0, { STAFF_IDLE_MINUTES: '1440' }), openBrowser()]);
  browser = started;
  hall = new Hall(browser, server);
  [officer, manager] = await Promise.all([asStaff(server, 'yinzhou'), asStaff(server, 'manager')]);
  hallId = (await officer.identity.staffMe()).halls[0]?.id ?? '';
  await emptyHall();
  const { windows } = await board();
  const { items } = await officer.matters.list({ query: { limit: 100 } });
  const serving = windows.filter((one) => one.officer === null && one.skills.includes('发票'));
  matter = await simpleMatter(
    items.filter(({ counterAvailable, category }) => counterAvailable && category === '发票'),
  );
  const { id: bookingPolicyId, version } = await manager.policies.create({
    body: {
      ...defaultBookingRules,
      title: '一次爽约停约 30 天',
      source: '测试',
      effectiveFromOn: TODAY,
      noShowCount: 1,
      noShowWindow: 'ever',
      noShowBlock: 'days',
      noShowBlockDays: 30,
    },
  });
  await manager.policies.publish({ params: { bookingPolicyId }, body: { version } });
  const [a, b, c, d] = await Promise.all([ANN, BEN, DAN, EVE].map((phone) => asCitizen(server, phone)));
  people = { ann: a, ben: b, dan: c, eve: d } as typeof people;
  [ann, ben] = [await hall.phone(people.ann), await hall.phone(people.ben, { elder: true })];
  desks = [];
  for (const [n, account] of WINDOWS.entries()) {
    const desk = await hall.desk(account);
    await desk.page.evaluate((id) => localStorage.setItem('yiyun.console.window', id), serving[n]?.id ?? '');
    desks.push(desk);
  }
  [guide, office] = [await hall.desk('yinzhou'), await hall.desk('manager')];
  kiosk = await hall.kiosk(hallId, 'yinzhou');
  screen = await hall.screen(hallId);
});
/** One that is confirmed at once. */
async function simpleMatter(some: MatterSummaryView[]): Promise<MatterSummaryView> {
  for (const one of some) {
    const { confirmation, group } = await officer.matters.get({ params: { matterId: one.id } });
    if (confirmation === 'automatic' && group === 'simple') return one;
  }
  throw new Error('no simple matter is confirmed at once');
}

after(async () => {
  await browser.close();
  await hall.server.stop();
});

/** Who was listed twice is gone already. */
const staleOnly = (error: unknown): void => assert.ok(error instanceof AppError && error.status === 409);

/** The demonstration's people go home, and its windows close. */
async function emptyHall(): Promise<void> {
  const { windows, atWindows, waiting, missed } = await board();
  for (const account of WINDOWS) {
    const api = await asStaff(hall.server, account);
    const { id } = await api.identity.staffMe();
    const own = windows.find((window) => window.officer?.id === id);
    if (!own) continue;
    for (const { id: ticketId, version, status } of atWindows.filter(({ window }) => window?.id === own.id)) {
      const seen = { params: { ticketId }, body: { version } };
      if (status === 'called') await api.queue.miss(seen);
      else if (status === 'serving') await api.queue.finish(seen);
      else await api.queue.leave({ ...seen, body: { version, reason: '本人离开' } });
    }
    await api.queue.setWindowState({ params: { windowId: own.id }, body: { state: 'closed' } });
  }
  for (const { id: ticketId, version } of [...waiting, ...missed, ...(await board()).missed])
    await officer.queue.leave({ params: { ticketId }, body: { version, reason: '本人离开' } }).catch(staleOnly);
  const { drawn, served } = await officer.queue.day({ params: { hallId }, query: { on: TODAY } });
  day.drawn = drawn;
  day.served = served;
}

/** A part of the day; when it fails, what everybody saw then is kept in e2e/shots. */
function step(name: string, work: () => Promise<void>): void {
  test(name, async () => {
    try {
      await work();
    } catch (error) {
      await hall.shootAll(`hall-day-failed-${name.slice(0, 12)}`);
      throw error;
    }
  });
}

step('the manager looks at the week: windows, hours and places', async () => {
  await office.go('/manager/capacity');
  await office.page.getByRole('grid').or(office.page.getByRole('table')).first().waitFor();
  await office.shot('hall-day-01-capacity');
});

step('one phone books a place in pages, the other in three taps of the elder mode', async () => {
  await ann.open('booking/hall', { matterId: matter.id });
  await ann.press('link', /^国家税务总局宁波市鄞州区税务局办税服务厅/);
  await ann.on('什么时候来？');
  await ann.press('radio', /^11月23日 周一，余/);
  await ann.press('radio', /^上午10:30–11:00，余/);
  await ann.press('button', '占号，去核对');
  await ann.on('为谁办理？');
  await ann.press('radio', /青禾贸易/);
  await ann.press('button', '继续');
  await ann.on('核对预约');
  await ann.shot('hall-day-02-ann-holds');
  await ann.press('button', '提交预约');
  await ann.on('预约成功');
  await ben.open('booking/hall', { matterId: matter.id });
  await ben.press('link', /^国家税务总局宁波市鄞州区税务局办税服务厅/);
  await ben.find('#slot-1500').click();
  await ben.on('核对预约');
  await ben.shot('hall-day-03-ben-holds');
  await ben.press('button', '提交预约');
  await ben.on('预约成功');
  await bookAt(people.dan, 10 * 60);
  closedOut = (await bookAt(people.eve, 15 * 60 + 30)).id;
});

step('three windows open by a key; the screen shows them', async () => {
  for (const desk of desks) {
    await desk.page.getByRole('button', { name: '开窗' }).waitFor();
    await desk.page.keyboard.press('Alt+o');
    await atWindow(desk, '没有在办的号');
  }
  await screen
    .locator('li[data-state=open]')
    .nth(WINDOWS.length - 1)
    .waitFor();
  await shoot(screen, 'hall-day-04-screen-open');
});

/** Touches of the kiosk: what for, and which lane. */
async function touchKiosk(lane: string | RegExp): Promise<void> {
  await kiosk.getByRole('button', { name: /没有预约/ }).click();
  await kiosk.getByRole('button', { name: matter.category, exact: true }).click();
  await kiosk.getByRole('button', { name: matter.name, exact: true }).click();
  await kiosk.getByRole('button', { name: '选好了' }).click();
  await kiosk.getByRole('button', { name: lane }).click();
  await kiosk.getByRole('heading', { name: '请取号票' }).waitFor();
  day.drawn += 1;
}
const kioskHome = () => kiosk.getByRole('heading', { name: '您预约了吗？' }).waitFor({ timeout: 30_000 });

step(
  'walk-ins take numbers at the kiosk, one by the priority lane; an appointment checks in at the guide desk',
  async () => {
    await kiosk.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await touchKiosk(/都不是/);
    await shoot(kiosk, 'hall-day-05-kiosk');
    await kioskHome();
    await touchKiosk(/都不是/);
    await kioskHome();
    await touchKiosk('老年人');
    await kioskHome();
    await hall.advance(30);
    await guide.page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await guide.go('/counter/desk');
    await guide.page.keyboard.type(ANN.slice(-4));
    await guide.page.keyboard.press('Enter');
    await guide.page.getByRole('region', { name: /^尾号/ }).getByRole('button').first().waitFor();
    await guide.page.keyboard.press('Enter');
    await guide.page
      .getByText(/^Y\d{3}$/)
      .first()
      .waitFor();
    await guide.page.waitForFunction(() => document.body.dataset['printed'] === 'yes');
    day.drawn += 1;
    await guide.shot('hall-day-06-guide');
    await ann.open('queue/ticket');
    await ann.see(/前面还有 \d+ 位|下一位/);
    await ann.shot('hall-day-07-ann-waits');
    const { waiting } = await board();
    assert.equal(waiting.length, 4);
    await screen
      .getByText(waiting[0]?.number ?? '')
      .first()
      .waitFor();
  },
);

/** The next in line, as the one order says it; called by this window with one key, and seen everywhere. */
async function callNext(desk: Desk): Promise<string> {
  const next = (await board()).waiting[0]?.number ?? '';
  await desk.page.keyboard.press('F2');
  await mine(desk).locator('strong', { hasText: next }).first().waitFor();
  await screen.locator('strong', { hasText: next }).first().waitFor();
  return next;
}
const begin = async (desk: Desk) => {
  await desk.page.keyboard.press('F8');
  await atWindow(desk, /^办理中/);
};
const finish = async (desk: Desk) => {
  await desk.page.keyboard.press('F9');
  await atWindow(desk, '没有在办的号');
  day.served += 1;
};

step(
  'three windows call by keys; nobody gets the same number; the phone in the hall is told without being touched',
  async () => {
    const [one, two, three] = desks as [Desk, Desk, Desk];
    const numbers = [await callNext(one), await callNext(two), await callNext(three)];
    assert.equal(new Set(numbers).size, 3);
    await one.shot('hall-day-08-window-called');
    await shoot(screen, 'hall-day-09-screen-calls');
    await begin(one);
    await begin(two);
    await two.page.keyboard.press('Alt+z');
    await two.page.getByRole('dialog').getByLabel('为什么暂放？').fill('等本人取材料');
    await two.page.keyboard.press('Control+Enter');
    await atWindow(two, '等本人取材料');
    await three.page.keyboard.press('Alt+g');
    await atWindow(three, '没有在办的号');
    await finish(one);
    await two.page.keyboard.press('F8');
    await atWindow(two, /^办理中/);
    await finish(two);
    const aside = three.page.getByRole('region', { name: '过号和暂放' });
    await aside.locator('tr[data-row-key]').first().press('Enter');
    await three.page.getByRole('dialog').getByRole('button', { name: '过号返回排队' }).waitFor();
    await three.page.keyboard.press('Alt+h');
    await three.page.getByRole('dialog').waitFor({ state: 'detached' });
    for (let left = (await board()).waiting.length; left > 0; left -= 1) {
      await callNext(three);
      await begin(three);
      if (left === 2) await handOver(three, one);
      else await finish(three);
    }
    await ann.see(/办完了|办理中|现在就到/);
    await ann.shot('hall-day-10-ann-served');
  },
);

/** Gives the ticket in hand to another window, which calls it as its next. */
async function handOver(from: Desk, to: Desk): Promise<void> {
  const number = await mine(from).locator('strong').first().innerText();
  await from.page.keyboard.press('Alt+x');
  const dialog = from.page.getByRole('dialog', { name: /^转办/ });
  await dialog.getByText('转人员').click();
  await dialog.getByRole('combobox', { name: /^转给（/ }).click();
  await from.page.getByTitle(/^陈静/).click();
  await dialog.getByLabel('原因', { exact: false }).fill('由首问同事继续办理');
  await from.page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await to.page.keyboard.press('F2');
  await mine(to).locator('strong', { hasText: number }).first().waitFor();
  await begin(to);
  await finish(to);
}

step('who did not come has a strike, appeals on the phone, and is free again when the manager upholds it', async () => {
  await hall.advance(60);
  const dan = await hall.phone(people.dan);
  const blocked = async () => (await people.dan.api.appointments.standing()).blocks.length;
  for (let tries = 0; tries < 100 && (await blocked()) === 0; tries += 1) await dan.page.waitForTimeout(200);
  day.noShow += 1;
  await dan.open('booking/standing');
  await dan.see(/前暂时不能预约/);
  await dan.shot('hall-day-11-dan-blocked');
  await dan.press('button', /的这次记录申诉$/);
  await dan.page.getByRole('textbox', { name: /当时是什么情况/ }).fill('到了厅里，签到机坏了');
  await dan.press('button', '提交申诉');
  await dan.on('申诉已提交');
  await office.go('/manager/appeals');
  await office.page.locator('tr[data-row-key]').first().press('Enter');
  await office.page.getByText('到了厅里，签到机坏了').first().waitFor();
  await office.page.getByRole('button', { name: /^成立/ }).waitFor();
  await office.page.keyboard.press('Alt+a');
  await office.page.getByLabel('怎么答复？').fill('经核实您当天已到厅，记录有误，已更正');
  await office.shot('hall-day-12-appeal');
  await office.page.keyboard.press('Control+Enter');
  await office.page.getByRole('dialog').waitFor({ state: 'detached' });
  await dan.open('booking/standing');
  await dan.see('现在可以正常预约。');
  await hall.leave(dan);
});

step('at noon the windows pause for lunch, and the screen says why', async () => {
  await hall.advance(50);
  for (const desk of desks) {
    await desk.page.keyboard.press('Alt+p');
    await desk.page.getByRole('dialog').getByText('暂停期间不向这个窗口叫号').waitFor();
    await desk.page.keyboard.press('1');
    await atWindow(desk, '午休');
  }
  await screen
    .getByText('午休')
    .nth(WINDOWS.length - 1)
    .waitFor();
  await shoot(screen, 'hall-day-13-lunch');
});

step('at two the manager closes the afternoon; everybody affected is rebooked: one tap, or a call', async () => {
  await hall.advance(110);
  await office.go('/manager/disruptions/new');
  await office.page.getByLabel('原因', { exact: false }).fill('停电，系统无法使用');
  await office.page
    .getByRole('status')
    .getByText(/2 (人|个)/)
    .waitFor();
  await office.shot('hall-day-14-closing');
  await office.page.keyboard.press('Control+Enter');
  const sure = office.page.getByRole('dialog');
  await sure.getByText(/停办不能撤销/).waitFor();
  await office.shot('hall-day-15-closing-sure');
  await sure.getByRole('button', { name: /^停办/ }).click();
  await office.page.getByText('0 / 2', { exact: true }).waitFor();

  await ben.open('messages/list');
  await ben.press('link', /^预约遇停办/);
  await ben.on('预约办不了，请改时间');
  await ben.see('这几个号替您留着');
  assert.equal(await ben.find('.alternative__when').count(), 3);
  await ben.shot('hall-day-16-ben-offer');
  await ben.page
    .getByRole('button', { name: /^改到这个时间/ })
    .first()
    .click();
  await ben.see('已改约，原来的预约不用管了');
  await office.page.getByText('1 / 2', { exact: true }).waitFor();

  await hall.advance(12);
  const listed = async () => (await officer.disruptions.callList({ params: { hallId }, query: {} })).items.length;
  for (let tries = 0; tries < 100 && (await listed()) === 0; tries += 1) await ben.page.waitForTimeout(200);
  await guide.go('/counter/calls');
  await guide.page.locator('tr[data-row-key]').first().press('Enter');
  await guide.page.getByText('您看了这个号码，系统已记录。').waitFor();
  await guide.page.getByRole('radio', { name: '已联系上并改约' }).check();
  await guide.page
    .getByRole('radio', { name: /已留号/ })
    .first()
    .check();
  await guide.shot('hall-day-17-call');
  await guide.page.getByRole('button', { name: '改约并登记' }).click();
  await guide.page.getByText('已了结').waitFor();
  await office.page.getByText('2 / 2', { exact: true }).waitFor();
  await office.shot('hall-day-18-rebooked');
  const [rebooked] = (await people.eve.api.appointments.mine({ query: {} })).items;
  assert.equal(rebooked?.offeredBy, 'disruption');
  const { strikes } = await people.eve.api.appointments.standing();
  const counted = strikes.filter(({ appointmentId }) => appointmentId === closedOut);
  assert.deepEqual(counted, [], 'what the hall caused counts for nobody');
});

step('in the evening the day is read: as many numbers, services and no-shows as there were', async () => {
  await hall.advance(170);
  await office.go('/manager/day');
  const figures = office.page.getByRole('region', { name: '这一天的数字' });
  for (const [label, count] of [
    ['取号', day.drawn],
    ['办完', day.served],
    ['爽约', day.noShow],
  ] as const)
    await figures.getByRole('link', { name: new RegExp(`^${count}\\s*${label}$`) }).waitFor();
  await office.shot('hall-day-19-evening');
  for (const desk of [...desks, guide, office]) desk.expectSound();
});
