/** Pictures of booking and of the queue on a phone: they need a working morning, so they have a server with a clock of its own. */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../lib/project.mjs';

/** Monday 2026-11-23, 09:40 in Ningbo, as in the stories of the phone. */
const STARTS_AT = Date.parse('2026-11-23T09:40:00+08:00');
const PASSWORD = 'yiyun-demo-2026';
const PHONE = '13800138001';
const AFTERNOON_LEFT = /^下午\d\d:\d\d–\d\d:\d\d，余/;

async function startServer() {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'yiyun-visits-'));
  const offsetMs = STARTS_AT - Date.now();
  const server = fork(inRoot('server/dist/main.js'), {
    execArgv: ['--import', pathToFileURL(inRoot('miniapp/e2e/support/clock.mjs')).href],
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, CLOCK_OFFSET_MS: String(offsetMs), DEMO_APPOINTMENTS: '400' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const url = await new Promise((resolve, reject) => {
    server.once('exit', () => reject(new Error('the server did not start')));
    server.stdout.on('data', (said) => {
      const listening = /已启动：(http:\/\/\S+)/.exec(String(said))?.[1];
      if (listening) resolve(listening);
    });
  });
  const stop = () => {
    server.kill('SIGTERM');
    return new Promise((resolve) => server.once('exit', resolve)).then(() =>
      rmSync(dataDir, { recursive: true, force: true }),
    );
  };
  return { url, offsetMs, stop };
}

async function newPhone(browser, { offsetMs }) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  });
  await context.addInitScript((offset) => {
    const read = Date.now.bind(Date);
    Date.now = () => read() + offset;
  }, offsetMs);
  return context.newPage();
}

async function signIn(page, url) {
  await page.goto(`${url}/m/#/packages/account/sign-in/index`);
  await page.locator('#phone input').fill(PHONE);
  await page.locator('#send-code').click();
  await page.waitForTimeout(1500);
  const sent = await (await fetch(`${url}/api/demo/outbox`)).json();
  const code = sent.find(({ phone }) => phone === PHONE).text.match(/\d{6}/)[0];
  await page.locator('#code input').fill(code);
  await page.locator('#submit-code').click();
  await page.getByRole('heading', { name: '办税服务首页' }).waitFor();
}

/** The officer opens two windows and gives out some numbers; the code on the last paper. */
async function queueUp(context, url) {
  const send = async (method, route, data) => {
    const answer = await context.request[method](`${url}/api${route}`, {
      data,
      headers: { 'x-terminal': 'console', ...(method === 'post' && { 'idempotency-key': crypto.randomUUID() }) },
    });
    if (!answer.ok()) throw new Error(`${route}: ${await answer.text()}`);
    return answer.json();
  };
  await send('post', '/public/staff/sign-in', { account: 'yinzhou', password: PASSWORD });
  const { halls } = await send('get', '/staff/me');
  const { items } = await send('get', `/public/matters?q=${encodeURIComponent('停业登记')}`);
  const { windows } = await send('get', `/staff/halls/${halls[0].id}/board`);
  const window = windows.findLast(({ servesComplex, state }) => servesComplex && state === 'closed');
  await send('post', `/staff/windows/${window.id}/state`, { state: 'open' });
  let ticket;
  for (let number = 0; number < 5; number++)
    ticket = await send('post', `/staff/halls/${halls[0].id}/tickets`, { matterIds: [items[0].id], source: 'walkIn' });
  return { ticket, matterId: items[0].id, hallId: halls[0].id };
}

/** @param save takes the page and a picture's name */
export async function visitPictures(browser, save) {
  const server = await startServer();
  try {
    const { url } = server;
    const desk = await browser.newContext();
    const { ticket, matterId, hallId } = await queueUp(desk, url);
    const page = await newPhone(browser, server);
    await signIn(page, url);
    const open = async (route) => {
      await page.goto('about:blank');
      await page.goto(`${url}/m/#/packages/${route}`);
      await page.waitForTimeout(1500);
    };
    await open('queue/halls/index');
    await save(page, 'phone-halls');
    await open(`queue/ticket/index?token=${ticket.publicToken}`);
    await page.locator('#keep-ticket').click();
    await page.locator('#notify-near').waitFor();
    await save(page, 'phone-ticket');
    await open(`booking/online/index?matterId=${matterId}`);
    await save(page, 'phone-online');
    await open(`booking/time/index?matterId=${matterId}&hallId=${hallId}`);
    await page.getByRole('radio', { name: /^11月26日/ }).click();
    await page.getByRole('radio', { name: AFTERNOON_LEFT }).nth(1).click();
    await page.locator('#time-next').click();
    await page.getByRole('radio', { name: /青禾/ }).click();
    await page.locator('#whom-next').click();
    await page.locator('.hold-clock').waitFor();
    await save(page, 'phone-hold');
    await open('booking/standing/index');
    await save(page, 'phone-standing');
    await page.evaluate(() => localStorage.setItem('settings.elder', JSON.stringify({ data: true })));
    await open(`booking/time/index?matterId=${matterId}&hallId=${hallId}`);
    await save(page, 'phone-elder-time');
    await desk.close();
    await page.context().close();
  } finally {
    await server.stop();
  }
}
