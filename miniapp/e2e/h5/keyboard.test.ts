import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { newcomer } from '../support/clients';
import { startServer } from '../support/server';
import { openBrowser, openPhone } from './phone';

const STOPS_AT_MOST = 60;

/** What the focus is on, as a screen reader names it: label, labelling element or text. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const on = document.activeElement as HTMLElement | null;
    if (!on || on === document.body) return '';
    const labelledBy = on.getAttribute('aria-labelledby');
    const labels = labelledBy ? document.getElementById(labelledBy)?.innerText : undefined;
    return on.getAttribute('aria-label') ?? labels ?? on.innerText;
  });

/** Presses Tab until the focus is on something of this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < STOPS_AT_MOST; stop += 1) {
    const on = await focused(page);
    if (name.test(on)) return;
    passed.push(on);
    await page.keyboard.press('Tab');
  }
  assert.fail(`no stop is named ${name}; there were ${passed.join(' | ')}`);
}

async function choose(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

test('a place is booked with the keyboard alone', async () => {
  const [server, browser] = await Promise.all([startServer(), openBrowser()]);
  try {
    const { api, token } = await newcomer(server, 'keys', '13900003001');
    const phone = await openPhone(browser, server, { token });
    const { page } = phone;
    await phone.open();
    await choose(page, /^预约办税/);
    await phone.on('办事');
    await tabTo(page, /搜索事项名称/);
    await page.keyboard.type('停业');
    await phone.see('停业登记');
    await choose(page, /^停业登记/);
    await phone.on('停业登记');
    await choose(page, /^预约到厅办理/);
    await phone.on('这件事可以网上办');
    await choose(page, /^仍要到厅/);
    await phone.on('到哪个办税服务厅？');
    await choose(page, /^国家税务总局宁波市鄞州区税务局办税服务厅/);
    await phone.on('什么时候来？');

    // A group of days is one stop of the Tab key; the arrows choose within it.
    await tabTo(page, /^11月23日 周一/);
    await page.keyboard.press('ArrowRight');
    await phone.see('08:30–09:00');
    assert.match(await focused(page), /^11月24日 周二/);
    await tabTo(page, /^上午08:30–09:00/);
    await page.keyboard.press('Space');
    await choose(page, /^占号，去核对/);
    await phone.on('核对预约');
    await tabTo(page, /还有什么要告诉窗口/);
    await page.keyboard.type('用键盘预约');
    await choose(page, /^提交预约/);
    await phone.on('预约已提交');

    const { items } = await api.appointments.mine();
    assert.deepEqual(
      items.map(({ note }) => note),
      ['用键盘预约'],
    );
    phone.expectSound();
  } finally {
    await browser.close();
    await server.stop();
  }
});

test('a dialog holds the focus, Escape closes it, and the focus is back where it was', async () => {
  const [server, browser] = await Promise.all([startServer(), openBrowser()]);
  try {
    const { token } = await newcomer(server, 'keys', '13900003001');
    const phone = await openPhone(browser, server, { token });
    const { page } = phone;
    await phone.open('me');
    await phone.on('我的');
    await choose(page, /^退出登录/);
    await phone.see('退出登录？');
    for (let i = 0; i < 5; i += 1) {
      await page.keyboard.press('Tab');
      assert.match(await focused(page), /^(退出登录|不退出)$/);
    }
    await page.keyboard.press('Escape');
    await page.getByText('退出登录？').waitFor({ state: 'detached' });
    assert.equal(await focused(page), '退出登录');
    phone.expectSound();
  } finally {
    await browser.close();
    await server.stop();
  }
});
