import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import type { TestServer } from '../support/server';
import { hum } from '../support/voice';
import { BROWSER_ARGS, chromiumPath } from '../weapp-host';

const SHOTS = path.join(__dirname, '../shots');
const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const PATIENCE_MS = 10_000;
const SCREEN = { width: 390, height: 844 };

/** Chromium with a microphone that hears a hum. `close` ends it. */
export async function openBrowser(): Promise<Browser> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yiyun-voice-'));
  const heard = path.join(folder, 'hum.wav');
  writeFileSync(heard, hum(3));
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [
      ...BROWSER_ARGS,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${heard}`,
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
  browser.on('disconnected', () => rmSync(folder, { recursive: true, force: true }));
  return browser;
}

/** A telephone with a browser, held by one person. Names are those that a screen reader says. */
export interface Phone {
  page: Page;
  /** Opens a page by its short name: `open('booking/time', { matterId })`; without a name the home page. */
  open(name?: string, query?: Record<string, string>): Promise<void>;
  press(role: 'button' | 'link' | 'radio' | 'tab' | 'switch' | 'checkbox', name: string | RegExp): Promise<void>;
  type(label: string | RegExp, text: string): Promise<void>;
  tab(name: string): Promise<void>;
  back(): Promise<void>;
  /** Waits for the page with this heading. */
  on(heading: string | RegExp): Promise<void>;
  see(text: string | RegExp): Promise<void>;
  /** What the shown page says. */
  text(): Promise<string>;
  /** Of what a style sheet's class names on the shown page. */
  find(selector: string): Locator;
  /** Reloads until something is said: what the office does arrives a moment later. */
  reloadUntil(text: string | RegExp): Promise<void>;
  /** Keeps a picture of the whole page in e2e/shots (not in git), for people to look at. */
  shot(name: string): Promise<void>;
  /** Fails when axe finds something serious or critical. */
  expectAccessible(where: string): Promise<void>;
  /** Fails when the page reported an error of its own. */
  expectSound(): void;
  close(): Promise<void>;
}

export interface PhoneOptions {
  /** Who is signed in already. */
  token?: string;
  elder?: boolean;
  /** A booking that was begun. */
  draft?: object;
}

const TABS = ['home', 'matters', 'progress', 'me'];

function addressOf(url: string, name: string, query: Record<string, string>): string {
  const route = TABS.includes(name) ? `pages/${name}/index` : `packages/${name}/index`;
  const search = new URLSearchParams(query).toString();
  return `${url}/m/#/${route}${search && `?${search}`}`;
}

/** Opens a browser of 390×844 whose clock is the server's. */
export async function openPhone(browser: Browser, server: TestServer, options: PhoneOptions = {}): Promise<Phone> {
  const context = await browser.newContext({ viewport: SCREEN, locale: 'zh-CN', hasTouch: true, isMobile: true });
  const kept = {
    ...(options.token && { 'session.token': options.token }),
    ...(options.elder && { 'settings.elder': true }),
    ...(options.draft && { 'draft.booking': { at: Date.now() + server.offsetMs, value: options.draft } }),
  };
  await context.addInitScript(
    ({ offsetMs, stored }) => {
      const read = Date.now.bind(Date);
      Date.now = () => read() + offsetMs;
      if (location.protocol === 'about:' || localStorage.length > 0) return;
      for (const [key, data] of Object.entries(stored)) localStorage.setItem(key, JSON.stringify({ data }));
    },
    { offsetMs: server.offsetMs, stored: kept },
  );
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  page.on('console', (message) => {
    // A refusal is an expected answer; the browser writes every one of them to its console.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text());
  });

  const shown = page.locator('.page:visible');
  const phone: Phone = {
    page,
    open: async (name = 'home', query = {}) => {
      await page.goto('about:blank');
      await page.goto(addressOf(server.url, name, query));
      await shown.waitFor();
    },
    press: (role, name) => page.getByRole(role, { name, exact: true }).first().click(),
    type: (label, text) =>
      page
        .getByRole('textbox', { name: label })
        .or(page.getByRole('searchbox', { name: label }))
        .fill(text),
    tab: (name) => page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click(),
    back: () => phone.press('link', '返回'),
    on: (heading) => page.getByRole('heading', { level: 1, name: heading }).waitFor(),
    see: (text) => shown.getByText(text).first().waitFor(),
    text: () => shown.innerText(),
    find: (selector) => shown.locator(selector),
    reloadUntil: async (text) => {
      const end = Date.now() + PATIENCE_MS;
      while (Date.now() < end && !(await shown.getByText(text).first().isVisible())) {
        await page.reload();
        await shown.waitFor();
        await page.waitForTimeout(500);
      }
      await phone.see(text);
    },
    shot: async (name) => {
      mkdirSync(SHOTS, { recursive: true });
      await settle(page);
      await page.screenshot({ path: path.join(SHOTS, `${name}.png`), fullPage: true });
    },
    expectAccessible: async (where) => {
      await settle(page);
      assert.deepEqual(await violations(page), [], where);
    },
    expectSound: () => assert.deepEqual(faults, []),
    close: () => context.close(),
  };
  return phone;
}

/** Until what is on its way has arrived and nothing moves. */
async function settle(page: Page): Promise<void> {
  await page.locator('.skeleton:visible').first().waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
}

/** What axe finds that keeps somebody from using the page: rule, and the first place. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const judge = (window as unknown as { axe: typeof import('axe-core') }).axe;
    const result = await judge.run(document, { resultTypes: ['violations'] });
    return result.violations.map(({ impact, id, nodes }) => ({ impact, id, first: nodes[0]?.html ?? '' }));
  });
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, first }) => `${id}: ${first.slice(0, 200)}`);
}
