import type { BrowserContext, Page } from 'playwright-core';
import type { Remote } from '../realm/remote';
import { sharedBrowser } from './browser';
import { REALM_NAME, realmBundle } from './bundle';
import { BROWSER_NAMES, LOGIC_GLOBALS } from './names';
import { type RemoteCalls, remoteCalls, type View, type ViewSetup } from './view';

const ORIGIN = 'http://weapp.invalid';
const HTML =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">' +
  '<meta name="viewport" content="width=device-width,initial-scale=1"></head>' +
  '<body><script src="/app.js"></script></body></html>';
/** Without 'unsafe-eval': `eval` and `new Function` throw, as they do in WeChat. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:";

type BrowserWindow = Window & { __host: Remote; __native: (name: string, arg: object) => Promise<NativeAnswer> };
type NativeAnswer = { reply: object; reason?: undefined } | { reason: string };

const json = (value: unknown) => JSON.stringify(value).replace(/<\//g, '<\\/');

/** The script of the page: the realm, then each file of the mini-program with every browser name shadowed. */
function pageScript({ artifact, data }: ViewSetup): string {
  const shadowed = ['require', 'module', 'exports', 'globalThis', ...BROWSER_NAMES].join(',');
  const modules = Object.entries(artifact.js).map(
    ([id, source]) => `${JSON.stringify(id)}:function(${shadowed}){${source}\n}`,
  );
  return `${realmBundle()};
const logicGlobal = {};
for (const name of ${json(LOGIC_GLOBALS)}) {
  const value = window[name];
  logicGlobal[name] = /^(set|clear)[TI]/.test(name) ? value.bind(window) : value;
}
logicGlobal.globalThis = logicGlobal;
const native = async (name, arg) => {
  const answer = await window.__native(name, arg);
  if (answer.reason !== undefined) throw new Error(answer.reason);
  return answer.reply;
};
window.__host = ${REALM_NAME}.boot({ ...${json(data)}, document, window, globals: window, logicGlobal, native,
  templates: ${artifact.templates}, modules: {${modules.join(',\n')}} });`;
}

/** Nothing leaves this machine: the page lives on a made-up origin that only these answers serve. */
async function serve(context: BrowserContext, script: string): Promise<void> {
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === `${ORIGIN}/app.js`) {
      await route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script });
    } else if (url === `${ORIGIN}/`) {
      const headers = { 'content-security-policy': POLICY };
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body: HTML, headers });
    } else await route.abort();
  });
}

/** Gestures on a real touch screen instead of synthetic events. */
function realHands(context: BrowserContext, page: Page): Pick<RemoteCalls, 'tap' | 'press' | 'input'> {
  const settle = () => page.evaluate(() => (window as unknown as BrowserWindow).__host.settle());
  const reach = async (selector: string) => {
    const handle = await page.evaluateHandle((s) => (window as unknown as BrowserWindow).__host.element(s), selector);
    const element = handle.asElement();
    if (!element) throw new Error(`"${selector}" is no element`);
    await element.scrollIntoViewIfNeeded();
    return element;
  };
  return {
    async tap(selector) {
      await (await reach(selector)).tap();
      await settle();
    },
    async input(selector, value) {
      await (await reach(selector)).fill(value);
      await settle();
    },
    async press(selector, ms) {
      const box = await (await reach(selector)).boundingBox();
      if (!box) throw new Error(`"${selector}" is not visible`);
      const session = await context.newCDPSession(page);
      const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
      await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
      await new Promise((resolve) => setTimeout(resolve, ms));
      await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await settle();
    },
  };
}

/** Runs a mini-program in Chromium: laid out, touched by real touches, photographed. */
export async function openChromium(setup: ViewSetup): Promise<View> {
  const browser = await sharedBrowser();
  const { windowWidth: width, windowHeight: height } = setup.data.phone;
  const touchScreen = { hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN', ...touchScreen });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => setup.log(message.type(), message.text()));
  page.on('pageerror', (error) => {
    problems.push(error.stack ?? String(error));
    setup.unhandled(error.stack ?? String(error));
  });
  await page.exposeFunction(
    '__native',
    async (...[name, arg]: Parameters<typeof setup.native>): Promise<NativeAnswer> => {
      try {
        return { reply: await setup.native(name, arg) };
      } catch (error) {
        return { reason: (error as Error).message };
      }
    },
  );
  await serve(context, pageScript(setup));
  await page.goto(`${ORIGIN}/`);
  if (!(await page.evaluate(() => '__host' in window)))
    throw new Error(`the host did not boot: ${problems.join('\n')}`);

  const calls = remoteCalls((name, args) =>
    page.evaluate(
      ([method, given]) => {
        const run = (window as unknown as BrowserWindow).__host[method] as (...a: unknown[]) => unknown;
        return run(...given);
      },
      [name, args] as const,
    ),
  );
  return {
    calls: { ...calls, ...realHands(context, page) },
    browserPage: page,
    close: () => context.close(),
  };
}
