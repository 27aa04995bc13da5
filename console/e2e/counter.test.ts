import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { MatterSummaryView } from '@yiyun/shared';
import type { Browser, Page } from 'playwright-core';
import { asCitizen, asStaff, book } from './harness/clients';
import { type Desk, openBrowser, openDesk } from './harness/desk';
import { startServer, type TestServer } from './harness/server';

let server: TestServer;
let browser: Browser;
let desk: Desk;
let officer: Awaited<ReturnType<typeof asStaff>>;
let hallId: string;
let matter: MatterSummaryView;

before(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  officer = await asStaff(server, 'yinzhou');
  hallId = (await officer.identity.staffMe()).halls[0]?.id ?? '';
  const { items } = await officer.matters.list({ query: { limit: 100 } });
  const { windows, waiting } = await officer.queue.board({ params: { hallId } });
  const free = windows.find((one) => one.officer === null);
  matter = items.find(
    ({ counterAvailable, category }) => counterAvailable && free?.skills.includes(category),
  ) as MatterSummaryView;
  // The demonstration's people go home, so that this story's are the next.
  for (const { id: ticketId, version } of waiting)
    await officer.queue.leave({ params: { ticketId }, body: { version, reason: '本人离开' } });
  desk = await openDesk(browser, server, { account: 'yinzhou' });
});
after(async () => {
  await browser.close();
  await server.stop();
});

const drawn = async (name: string) => {
  const { number } = await officer.queue.draw({
    params: { hallId },
    body: { matterIds: [matter.id], source: 'walkIn', name },
  });
  return number;
};
const mine = (page: Page) => page.getByRole('region', { name: '我的窗口' });
const inHand = (page: Page, number: string) => mine(page).locator('strong', { hasText: number }).first().waitFor();

test('an officer sits down, calls, begins and ends by keys alone', async () => {
  const { page } = desk;
  const number = await drawn('王五');
  await page.getByRole('button', { name: '开窗' }).waitFor();
  await page.keyboard.press('Alt+o');
  await mine(page).getByText('没有在办的号').waitFor();
  await page.keyboard.press('F2');
  await inHand(page, number);
  await desk.shot('counter-1-called');
  await page.keyboard.press('F8');
  await mine(page).getByText('办理中').waitFor();
  await page.keyboard.press('F9');
  await mine(page).getByText('没有在办的号').waitFor();
});

test('keys pressed before the server has answered are done one after another', async () => {
  const { page } = desk;
  const [first, second] = [await drawn('甲一'), await drawn('乙二')];
  await page.route('**/api/staff/tickets/*/finish', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await route.continue();
  });
  await page.keyboard.press('F2');
  await inHand(page, first);
  await page.keyboard.press('F8');
  await mine(page).getByText('办理中').waitFor();
  await page.keyboard.press('F9');
  await page.keyboard.press('F2');
  await inHand(page, second);
  await page.unroute('**/api/staff/tickets/*/finish');
});

test('a missed number stands aside, comes back into the queue and is put aside with a reason', async () => {
  const { page } = desk;
  await page.keyboard.press('Alt+g');
  const aside = page.getByRole('region', { name: '过号和暂放' });
  await aside.locator('tr[data-row-key]').first().press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: '过号返回排队' }).waitFor();
  await page.keyboard.press('Alt+h');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('F2');
  await mine(page).getByText('已叫号').waitFor();
  await page.keyboard.press('F8');
  await mine(page).getByText('办理中').waitFor();
  await page.keyboard.press('Alt+z');
  await page.getByRole('dialog').getByLabel('为什么暂放？').fill('等本人取材料');
  await page.keyboard.press('Control+Enter');
  await mine(page).getByText('等本人取材料').waitFor();
  await desk.shot('counter-2-parked');
  await page.keyboard.press('F8');
  await mine(page).getByText('办理中').waitFor();
  await page.keyboard.press('F9');
  await mine(page).getByText('没有在办的号').waitFor();
});

test('a walk-in drawn elsewhere appears in the line by itself; a pause needs one digit', async () => {
  const { page } = desk;
  const number = await drawn('丙三');
  await page.getByRole('region', { name: '等候的号' }).getByText(number).waitFor();
  await page.keyboard.press('Alt+p');
  await page.getByRole('dialog').getByText('暂停期间不向这个窗口叫号').waitFor();
  await page.keyboard.press('1');
  await mine(page).getByText('午休').waitFor();
  await page.keyboard.press('Alt+p');
  await mine(page).getByText('开着').waitFor();
});

test('the guide desk checks in by the end of a phone number and prints once', async () => {
  const { page } = desk;
  await book(await asCitizen(server, '13800138001'), 'automatic');
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.keyboard.press('Alt+t');
  await page.getByRole('heading', { name: '导税台' }).waitFor();
  await page.keyboard.type('8001');
  await page.keyboard.press('Enter');
  const found = page.getByRole('region', { name: '尾号 8001 今天的预约' });
  await found.getByRole('button').first().waitFor();
  await page.keyboard.press('Enter');
  await page
    .getByText(/^Y\d{3}$/)
    .first()
    .waitFor();
  await page.locator('body[data-printed]').waitFor();
  await desk.shot('counter-3-desk');
});

test('paper for a power cut: numbers set aside, told afterwards, a wrong line says why and stays', async () => {
  const { page } = desk;
  await page.keyboard.press('Alt+p');
  await page.getByRole('button', { name: '预留' }).click();
  await page.getByText('已预留 30 张').waitFor();
  const lines = page.getByLabel('纸质号登记');
  await lines.fill('P999 09:10 09:20 窗口1 发票');
  await page.getByRole('button', { name: '补录' }).click();
  await page.getByRole('table', { name: '没有收下的行' }).getByText('P999').waitFor();
  assert.match(await lines.inputValue(), /P999/);
  await desk.shot('counter-4-paper');
});

test('the kiosk gives a number in four touches and goes home by itself', async () => {
  const { page } = desk;
  await page.goto(`${server.url}/console/kiosk/${hallId}`);
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.getByRole('button', { name: /没有预约/ }).click();
  await page.getByRole('button', { name: matter.category, exact: true }).click();
  await page.getByRole('button', { name: matter.name, exact: true }).click();
  await page.getByRole('button', { name: '选好了' }).click();
  await desk.expectAccessible('kiosk');
  await page.getByRole('button', { name: /都不是/ }).click();
  await page.getByRole('heading', { name: '请取号票' }).waitFor();
  await page.locator('body[data-printed]').waitFor();
  await desk.shot('counter-5-kiosk');
  await page.getByText(/秒后回到首页/).waitFor();
  await page.getByRole('heading', { name: '您预约了吗？' }).waitFor({ timeout: 20_000 });
});

test('the screen needs no sign-in, puts a call on top, and says how old it is when the server is gone', async () => {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' });
  const screen = await context.newPage();
  await screen.goto(`${server.url}/console/screen/${hallId}`);
  await screen.getByText('等候', { exact: true }).waitFor();
  await desk.go('/counter/board');
  await mine(desk.page).getByText('没有在办的号').waitFor();
  await desk.page.keyboard.press('F2');
  await mine(desk.page).getByText('已叫号').waitFor();
  const number = await mine(desk.page).locator('strong').first().innerText();
  const large = screen.locator('strong', { hasText: number }).first();
  await large.waitFor();
  const size = await large.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  assert.ok(size >= 120, `${size} px`);
  await screen.screenshot({ path: new URL('./shots/counter-6-screen.png', import.meta.url).pathname });
  await screen.route('**/api/**', (route) => route.abort());
  await screen.getByText(/与服务器断开，显示的是 .*前的情况/).waitFor({ timeout: 20_000 });
  assert.ok(await screen.locator('strong', { hasText: number }).first().isVisible());
  await screen.screenshot({ path: new URL('./shots/counter-7-screen-lost.png', import.meta.url).pathname });
  await screen.unroute('**/api/**');
  await screen.getByText(/与服务器断开/).waitFor({ state: 'detached', timeout: 20_000 });
  await context.close();
});

test('no page of the story reported an error of its own', () => desk.expectSound());
