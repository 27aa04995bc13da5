/** Where the pictures are taken: the real system with its demonstration data, on a working morning whenever it is started. */
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../lib/project.mjs';

/** Monday 2026-11-23, 09:40 in Ningbo, as in the stories of the phone. */
const STARTS_AT = Date.parse('2026-11-23T09:40:00+08:00');
export const TODAY = '2026-11-23';
const PASSWORD = 'yiyun-demo-2026';
const SETTLES_MS = 1500;

export async function openStudio() {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'yiyun-pictures-'));
  const offsetMs = STARTS_AT - Date.now();
  const server = fork(inRoot('server/dist/main.js'), {
    execArgv: ['--import', pathToFileURL(inRoot('miniapp/e2e/support/clock.mjs')).href],
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DATA_DIR: dataDir,
      CLOCK_OFFSET_MS: String(offsetMs),
      DEMO_APPOINTMENTS: '1500',
      REQUESTS_PER_MINUTE: '1000000',
    },
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
  const studio = {
    url,
    offsetMs,
    stop,
    /** Lets time pass, for what is opened afterwards too. */
    advance: async (ms) => {
      studio.offsetMs += ms;
      const moved = once(server, 'message');
      server.send(ms);
      await moved;
    },
  };
  return studio;
}

/** A typed client over HTTP with these headers. */
async function clientOf({ url }, headers) {
  const { contract, createClient } = await import(pathToFileURL(inRoot('shared/dist/index.js')).href);
  const send = async ({ method, path: route, query, body, idempotencyKey }) => {
    const answer = await fetch(`${url}/api${route}${query ? `?${new URLSearchParams(query)}` : ''}`, {
      method,
      headers: {
        ...headers,
        ...(body && { 'content-type': 'application/json' }),
        ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
      },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${route}: ${await answer.text()}`);
    return answer.json();
  };
  return createClient(contract, send, randomUUID);
}

/** An account of the demonstration at its desk. */
export async function asStaff(studio, account) {
  const answer = await fetch(`${studio.url}/api/public/staff/sign-in`, {
    method: 'POST',
    headers: { 'x-terminal': 'console', 'content-type': 'application/json' },
    body: JSON.stringify({ account, password: PASSWORD }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error(`${account} can't sign in: ${await answer.text()}`);
  return clientOf(studio, { 'x-terminal': 'console', cookie });
}

/** A taxpayer of the demonstration, by the number of the telephone. */
export async function asCitizen(studio, phone) {
  const nobody = await clientOf(studio, { 'x-terminal': 'h5' });
  await nobody.identity.sendPhoneCode({ body: { phone } });
  const sent = await nobody.demo.outbox();
  const code = sent.find((message) => message.phone === phone).text.match(/\d{6}/)[0];
  const { token, me } = await nobody.identity.signInPhone({ body: { phone, code } });
  const api = await clientOf(studio, { 'x-terminal': 'h5', authorization: `Bearer ${token}` });
  await api.identity.consent({ body: { version: me.requiredConsentVersion } });
  return { api, token, me: await api.identity.me() };
}

const moveClock = (context, { offsetMs }) =>
  context.addInitScript((offset) => {
    const read = Date.now.bind(Date);
    Date.now = () => read() + offset;
  }, offsetMs);

/** A telephone on which somebody is signed in; `open` takes a page's short name: `open('booking/time', { matterId })`. */
export async function openPhone(browser, studio, { token, elder = false }) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  });
  await moveClock(context, studio);
  const kept = { 'session.token': token, ...(elder && { 'settings.elder': true }) };
  await context.addInitScript((stored) => {
    if (location.protocol === 'about:' || localStorage.length > 0) return;
    for (const [key, data] of Object.entries(stored)) localStorage.setItem(key, JSON.stringify({ data }));
  }, kept);
  const page = await context.newPage();
  const open = async (name, query = {}) => {
    const tab = ['home', 'matters', 'progress', 'me'].includes(name);
    const search = new URLSearchParams(query).toString();
    await page.goto('about:blank');
    await page.goto(`${studio.url}/m/#/${tab ? 'pages' : 'packages'}/${name}/index${search && `?${search}`}`);
    await page.locator('.page:visible').waitFor();
    await settle(page);
  };
  return { page, open, close: () => context.close() };
}

/** A browser at a counter or in a hall; `open` takes an address below /console. */
export async function openDesk(browser, studio, { account, width = 1366, height = 768 }) {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' });
  await moveClock(context, studio);
  if (account) {
    await context.request.post(`${studio.url}/api/public/staff/sign-in`, {
      data: { account, password: PASSWORD },
      headers: { 'x-terminal': 'console' },
    });
  }
  const page = await context.newPage();
  const open = async (address) => {
    await page.goto(`${studio.url}/console${address}`);
    await settle(page);
  };
  return { page, open, close: () => context.close() };
}

/** Until what is on its way has arrived and nothing moves; lists that stay connected never fall silent. */
export async function settle(page) {
  await page.waitForTimeout(SETTLES_MS);
  await page.waitForFunction(() => !document.querySelector('.skeleton, .ant-skeleton, .ant-spin-spinning'));
}

/** Where most is shown: the first hall, a matter of it, and its slots of a day. */
export async function offerOf(api, matterName, on) {
  const [hall] = await api.halls.list();
  const { items } = await api.matters.list({ query: { q: matterName } });
  const [hallId, matterId] = [hall.id, items[0].id];
  const slots = await api.appointments.slots({ params: { hallId }, query: { matterId, on } });
  return { hallId, matterId, slots };
}
