import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { asStaff } from './harness/clients';
import { type Desk, openBrowser, openDesk, violations } from './harness/desk';
import { startServer, type TestServer } from './harness/server';

let server: TestServer;
let browser: Browser;
let front: Page;
let desk: Desk;
let screen: Page;
const faults: string[] = [];

before(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  [front, screen] = [await context.newPage(), await context.newPage()];
  for (const page of [front, screen]) page.on('pageerror', (error) => faults.push(error.message));
  desk = await openDesk(browser, server, { account: 'yinzhou' });
  const staff = await asStaff(server, 'yinzhou');
  const [hall] = (await staff.identity.staffMe()).halls;
  await screen.goto(`${server.url}/console/screen/${hall?.id}`);
  await front.goto(server.url);
});
after(async () => {
  await browser.close();
  await server.stop();
});

const clock = () => front.locator('#clock');
const forward = async (name: string, until: RegExp) => {
  await front.getByRole('button', { name }).click();
  await clock().getByText(until).waitFor();
};

test('the front page tells the time of the demonstration and whether halls are open', async () => {
  await clock().getByText('2026年11月23日星期一 09:4').waitFor();
  await clock().getByText('3 个办税服务厅正在办公。').waitFor();
  assert.deepEqual(await violations(front), []);
});

test('put forward, it is what every terminal shows; nobody is signed out, and nothing is taken for old', async () => {
  await forward('快进 1 小时', /星期一 10:4/);
  await forward('快进 1 小时', /星期一 11:4/);
  await forward('快进 1 小时', /星期一 12:4/);
  await clock().getByText('办税服务厅现在不办公。').waitFor();
  await screen.getByText(/^11月23日 12:4/).waitFor();
  assert.equal(await screen.getByText('与服务器断开').count(), 0);
  await desk.page.keyboard.press('Alt+2');
  await desk.page.getByRole('heading', { name: '预约', exact: true }).waitFor();
  await desk.page.getByText(/2026-11-23 12:4/).waitFor();
});

test('one step leads to just before the halls open again', async () => {
  await forward('到下次开门前 10 分钟', /星期一 13:2/);
  await forward('快进 30 分钟', /星期一 13:5/);
  await clock().getByText('3 个办税服务厅正在办公。').waitFor();
  await screen.getByText(/^11月23日 13:5/).waitFor();
});

test('no page of the story reported an error of its own', () => {
  assert.deepEqual(faults, []);
  desk.expectSound();
});
