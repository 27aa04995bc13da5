import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, openDesk, signIn } from './harness/desk';
import { startServer, type TestServer } from './harness/server';

let server: TestServer;
let browser: Browser;

before(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
});
after(async () => {
  await browser.close();
  await server.stop();
});

test('one press fills in an account of the demonstration', async () => {
  const { page, shot, expectSound } = await openDesk(browser, server);
  await page.getByRole('button', { name: /yinzhou2/ }).click();
  assert.equal(await page.getByLabel('账号', { exact: true }).inputValue(), 'yinzhou2');
  await shot('sign-in-1-demo');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { name: '当日看板' }).waitFor();
  expectSound();
});

test('an address opened without a session leads there after sign-in', async () => {
  const { page, go } = await openDesk(browser, server);
  await go('/counter/cases?owner=mine');
  await signIn(page, 'yinzhou');
  await page.getByRole('button', { name: '我经办的', pressed: true }).waitFor();
});

test('a wrong password is told above the form, keeps the account, and five of them lock it for a named time', async () => {
  const { page, shot } = await openDesk(browser, server);
  const account = page.getByLabel('账号', { exact: true });
  const password = page.getByLabel('密码', { exact: true });
  await account.fill('baizhang');
  await password.fill('wrong-password-1');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('alert').getByText('账号或密码不正确').waitFor();
  assert.equal(await account.inputValue(), 'baizhang');
  assert.equal(await password.inputValue(), '');
  const locked = page.getByRole('alert').getByText(/请\d+分钟后再试/);
  for (let tries = 0; tries < 10 && !(await locked.isVisible()); tries += 1) {
    await password.fill(`wrong-password-${tries}`);
    await page.getByRole('button', { name: '登录' }).click();
    await page.waitForTimeout(300);
  }
  await locked.waitFor();
  await shot('sign-in-2-locked');
});

test('signing out is only believed when the server has said so', async () => {
  const { page, shot } = await openDesk(browser, server, { account: 'yinzhou' });
  await page.route('**/sign-out', (route) => route.abort());
  await page.getByRole('button', { name: '退出' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('您仍处于登录状态').waitFor();
  await shot('sign-in-3-not-out');
  await page.unroute('**/sign-out');
  await dialog.getByRole('button', { name: '再试一次' }).click();
  await page.getByRole('heading', { name: '厅内工作台' }).waitFor();
  assert.equal((await page.request.get(`${server.url}/api/staff/me`)).status(), 401);
});

test('when the session ends in the middle of a form, one signs in above it and nothing typed is lost', async () => {
  const { page, go, shot } = await openDesk(browser, server, { account: 'yinzhou' });
  await go('/counter/cases/new');
  await page.getByLabel('办理人姓名').fill('孙八');
  await page.context().clearCookies();
  await page.getByLabel('办理人手机号').fill('13800138888');
  await page.getByLabel('事项').click();
  await page.getByLabel('事项').pressSequentially('发票');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('请重新登录').waitFor();
  await shot('sign-in-4-again');
  await dialog.getByLabel('密码', { exact: true }).fill('yiyun-demo-2026');
  await dialog.getByRole('button', { name: '登录' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await page.getByLabel('办理人姓名').inputValue(), '孙八');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '收材料' }).waitFor();
});
