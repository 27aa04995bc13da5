import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { TestServer } from './server';

const SHOTS = path.join(import.meta.dirname, '../shots');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Chromium as it stands on a counter, with a microphone that beeps. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: [process.env.CHROMIUM_PATH ?? '', ...BROWSERS].find(existsSync),
    args: [
      '--no-sandbox',
      '--lang=zh-CN',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
    ],
  });

/** One console in a browser of its own. */
export interface Desk {
  page: Page;
  /** Goes to an address below /console. */
  go: (address: string) => Promise<void>;
  /** Keeps a picture in e2e/shots (not in git), for people to look at. */
  shot: (name: string) => Promise<void>;
  /** Fails when axe finds something serious or critical. */
  expectAccessible: (where: string) => Promise<void>;
  /** Fails when the page reported an error of its own. */
  expectSound: () => void;
}

export interface DeskOptions {
  /** Signs in with this account of the demonstration; without it the desk stands at the sign-in page. */
  account?: string;
  textSize?: 'standard' | 'large';
}

/** Opens a console at 1366×768, the size of most counters, its clock moved like the server's. */
export async function openDesk(browser: Browser, server: TestServer, options: DeskOptions = {}): Promise<Desk> {
  const { account, textSize = 'standard' } = options;
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  await context.addInitScript(
    ({ offsetMs, size }) => {
      const real = Date.now.bind(Date);
      Date.now = () => real() + offsetMs;
      localStorage.setItem('yiyun.console.textSize', size);
    },
    { offsetMs: server.offsetMs, size: textSize },
  );
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  page.on('console', (message) => {
    // A refusal is an expected answer; the browser writes every one of them to its console.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });

  const desk: Desk = {
    page,
    go: async (address) => {
      await page.goto(`${server.url}/console${address}`);
      await page.locator('h1').first().waitFor();
    },
    shot: async (name) => {
      mkdirSync(SHOTS, { recursive: true });
      await page.screenshot({ path: path.join(SHOTS, `${name}${textSize === 'large' ? '-large' : ''}.png`) });
    },
    expectAccessible: async (where) => {
      const found = await violations(page);
      assert.deepEqual(found, [], `${where} (${textSize})`);
    },
    expectSound: () => assert.deepEqual(faults, []),
  };
  await desk.go('/');
  if (account) await signIn(page, account);
  return desk;
}

/** Signs in on the sign-in page and waits for the first page behind it. */
export async function signIn(page: Page, account: string, password = 'yiyun-demo-2026'): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(account);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('navigation', { name: '主菜单' }).waitFor();
}

/** What axe finds that keeps somebody from using the page: rule, and the first place. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: typeof import('axe-core') }).axe;
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ impact, id, nodes }) => ({ impact, id, first: nodes[0]?.html ?? '' }));
  });
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, first }) => `${id}: ${first.slice(0, 200)}`);
}
