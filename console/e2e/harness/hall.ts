import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Citizen } from './clients';
import { type Desk, openDesk } from './desk';
import type { TestServer } from './server';

const SHOTS = path.join(import.meta.dirname, '../shots');
const PATIENCE_MS = 20_000;
const MOVED = 'e2e.moved';

/** A telephone in somebody's hand, signed in; names are those that a screen reader says. */
export interface Phone {
  page: Page;
  /** Opens a page of the mini-program by its short name. */
  open: (name: string, query?: Record<string, string>) => Promise<void>;
  press: (role: 'button' | 'link' | 'radio', name: string | RegExp) => Promise<void>;
  on: (heading: string | RegExp) => Promise<void>;
  see: (text: string | RegExp) => Promise<void>;
  /** Of the shown page. */
  find: (selector: string) => Locator;
  shot: (name: string) => Promise<void>;
}

/** Runs in a page: how far time has moved on since the morning. */
function noteTime([key, ms]: readonly [string, string]): void {
  if (location.protocol !== 'about:') localStorage.setItem(key, ms);
}

/** Everything in a hall that shows a page, with one clock for all. */
export class Hall {
  private readonly contexts: BrowserContext[] = [];
  private moved = 0;

  constructor(
    private readonly browser: Browser,
    readonly server: TestServer,
  ) {}

  /** A console, signed in. */
  async desk(account: string): Promise<Desk> {
    const desk = await openDesk(this.browser, this.server, { account });
    await this.keepTime(desk.page.context());
    await desk.page.reload();
    return desk;
  }

  /** The touch screen at the door, started by somebody of the hall. */
  async kiosk(hallId: string, account: string): Promise<Page> {
    const { page } = await this.desk(account);
    await page.setViewportSize({ width: 1080, height: 1440 });
    await page.goto(`${this.server.url}/console/kiosk/${hallId}`);
    return page;
  }

  /** What hangs on the wall; nobody is signed in there. */
  async screen(hallId: string): Promise<Page> {
    const context = await this.browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' });
    await this.keepTime(context);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${this.server.url}/console/screen/${hallId}`);
    return page;
  }

  async phone({ headers }: Citizen, { elder = false } = {}): Promise<Phone> {
    const viewport = { width: 390, height: 844 };
    const context = await this.browser.newContext({ viewport, locale: 'zh-CN', hasTouch: true, isMobile: true });
    await this.keepTime(context);
    const kept = { 'session.token': headers['authorization']?.slice('Bearer '.length), 'settings.elder': elder };
    await context.addInitScript((stored) => {
      if (location.protocol === 'about:' || localStorage.getItem('session.token')) return;
      for (const [key, data] of Object.entries(stored)) localStorage.setItem(key, JSON.stringify({ data }));
    }, kept);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const shown = page.locator('.page:visible');
    return {
      page,
      open: async (name, query = {}) => {
        const search = new URLSearchParams(query).toString();
        const route = ['home', 'matters', 'progress', 'me'].includes(name) ? `pages/${name}` : `packages/${name}`;
        await page.goto('about:blank');
        await page.goto(`${this.server.url}/m/#/${route}/index${search && `?${search}`}`);
        await shown.waitFor();
      },
      press: (role, name) => page.getByRole(role, { name, exact: true }).first().click(),
      on: (heading) => page.getByRole('heading', { level: 1, name: heading }).waitFor(),
      see: (text) => shown.getByText(text).first().waitFor(),
      find: (selector) => shown.locator(selector),
      shot: (name) => shoot(page, name),
    };
  }

  /** Lets time pass for the server and everybody's page. */
  async advance(minutes: number): Promise<void> {
    this.moved += minutes * 60_000;
    await this.server.advance(minutes * 60_000);
    for (const context of this.contexts) {
      await context.addInitScript(noteTime, [MOVED, String(this.moved)] as const);
      for (const page of context.pages()) await page.evaluate(noteTime, [MOVED, String(this.moved)] as const);
    }
  }

  /** Somebody goes home. */
  async leave({ page }: Phone): Promise<void> {
    this.contexts.splice(this.contexts.indexOf(page.context()), 1);
    await page.context().close();
  }

  /** What everybody sees now. */
  async shootAll(name: string): Promise<void> {
    const pages = this.contexts.flatMap((context) => context.pages());
    await Promise.all(pages.map((page, n) => shoot(page, `${name}-${n + 1}`)));
  }

  /** The page's clock is the server's, also after time has passed. */
  private async keepTime(context: BrowserContext): Promise<void> {
    this.contexts.push(context);
    await context.addInitScript(
      ({ offsetMs, key }) => {
        if (location.protocol === 'about:') return;
        window.print = () => document.body.setAttribute('data-printed', 'yes');
        const real = performance.timeOrigin;
        Date.now = () => Math.floor(real + performance.now()) + offsetMs + Number(localStorage.getItem(key) ?? 0);
      },
      { offsetMs: this.server.offsetMs, key: MOVED },
    );
    await context.addInitScript(noteTime, [MOVED, String(this.moved)] as const);
  }
}

/** Keeps a picture in e2e/shots (not in git), for people to look at. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  await page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
}
