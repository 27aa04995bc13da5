import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { asCitizen, book } from './harness/clients';
import { type Desk, openBrowser, openDesk } from './harness/desk';
import { startServer, type TestServer } from './harness/server';

let server: TestServer;
let browser: Browser;
let desk: Desk;

before(async () => {
  [server, browser] = await Promise.all([startServer(), openBrowser()]);
  for (const phone of ['13800138001', '13800138002', '13800138003'])
    await book(await asCitizen(server, phone), 'officer');
  desk = await openDesk(browser, server);
});
after(async () => {
  await browser.close();
  await server.stop();
});

/** What has the focus, as a person with a screen reader hears it named. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    return element.dataset['rowKey'] ?? element.getAttribute('aria-label') ?? element.innerText.split('\n')[0] ?? '';
  });

/** Presses Tab until `wanted` has the focus; fails when it can't be reached. */
async function tabTo(page: Page, wanted: string | RegExp, limit = 40): Promise<void> {
  for (let presses = 0; presses < limit; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)).match(wanted)) return;
  }
  assert.fail(`${String(wanted)} can't be reached by Tab`);
}

test('one signs in without a mouse: the first field has the focus, Enter sends', async () => {
  const { page } = desk;
  await page.keyboard.type('yinzhou');
  await page.keyboard.press('Tab');
  await page.keyboard.type('yiyun-demo-2026');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '当日看板' }).waitFor();
});

test('keys lead from page to page, and the help lists those of the page', async () => {
  const { page } = desk;
  await page.keyboard.press('Alt+3');
  await page.getByRole('heading', { name: '办件', level: 1 }).waitFor();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: '键盘操作' });
  await help.getByText('登记办件').waitFor();
  await desk.shot('keyboard-1-help');
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  await page.keyboard.press('Alt+2');
  await page.getByRole('heading', { name: '预约', level: 1 }).waitFor();
});

test('the list is one stop for Tab; arrows choose a row, Enter opens it, one key confirms, Esc returns to the row', async () => {
  const { page } = desk;
  const keys = await page
    .locator('tr[data-row-key]')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['rowKey'] ?? ''));
  assert.equal(keys.length, 3);
  await tabTo(page, new RegExp(keys[0] ?? ''));
  await page.keyboard.press('ArrowDown');
  assert.equal(await focused(page), keys[1]);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^(确认预约|仍然确认到厅)/ }).waitFor();
  await page.keyboard.press('Alt+a');
  await page.getByText('预约已确认').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: '经过' }).waitFor({ state: 'detached' });
  assert.equal(await focused(page), keys[1]);
});

test('a dialog keeps the keys to itself, starts in its field and gives the focus back', async () => {
  const { page } = desk;
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '退回预约' }).waitFor();
  await page.keyboard.press('Alt+j');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.type('重复预约');
  await page.keyboard.press('Alt+a');
  assert.equal(await dialog.getByLabel('为什么退回？').inputValue(), '重复预约');
  await page.getByText('待确认').first().waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('原因：重复预约').waitFor();
});

test('the key / goes to the search, which finds by number in all days', async () => {
  const { page } = desk;
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: '经过' }).waitFor({ state: 'detached' });
  const number = await page.locator('tr[data-row-key] td').last().innerText();
  await page.keyboard.press('/');
  assert.match(await focused(page), /^搜索/);
  await page.keyboard.type(number);
  await page.getByText(`在所有日期中搜索`).waitFor();
  await page.getByText('共 1 条，已全部显示').waitFor();
});

test('the skip link is the first stop and leads past the menu', async () => {
  const { page } = desk;
  await desk.go('/counter/cases');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), '跳到主要内容');
  await page.keyboard.press('Enter');
  await tabTo(page, /^搜索|登记办件/, 3);
  desk.expectSound();
});
