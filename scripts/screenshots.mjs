/** `npm run screenshots`: makes the pictures of the documents from the real system with its demonstration data. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { inRoot, ROOT } from './lib/project.mjs';
import { visitPictures } from './pictures/visits.mjs';

const { chromium } = createRequire(inRoot('console/package.json'))('playwright-core');
const PORT = 3987;
/** A running demonstration is used when its address is given: `YIYUN_URL=http://127.0.0.1:3000 npm run screenshots`. */
const BASE = process.env.YIYUN_URL ?? `http://127.0.0.1:${PORT}`;
const IMAGES = inRoot('docs/images');
const PASSWORD = 'yiyun-demo-2026';
const BROWSER = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];

async function startServer() {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'yiyun-pictures-'));
  const server = spawn(process.execPath, [inRoot('server/dist/main.js')], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(PORT), DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; ; tries++) {
    const ready = await fetch(`${BASE}/readyz`).then(
      (r) => r.ok,
      () => false,
    );
    if (ready) break;
    if (tries > 240 || server.exitCode !== null) throw new Error('the server did not start');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return () => {
    server.kill('SIGTERM');
    return new Promise((resolve) => server.once('exit', resolve)).then(() =>
      rmSync(dataDir, { recursive: true, force: true }),
    );
  };
}

const settle = (page) => page.waitForTimeout(2_500);
const picture = async (page, name) => {
  await settle(page);
  await page.screenshot({ path: path.join(IMAGES, `${name}.png`) });
};

async function codeFor(phone) {
  const messages = await (await fetch(`${BASE}/api/demo/outbox`)).json();
  return messages.find((m) => m.phone === phone).text.match(/\d{6}/)[0];
}

async function phonePictures(browser) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  const open = (route) => page.goto(`${BASE}/m/#/${route}`);
  await open('packages/account/sign-in/index');
  await page.locator('#phone input').fill('13800138001');
  await page.locator('#send-code').click();
  await page.waitForTimeout(800);
  await page.locator('#code input').fill(await codeFor('13800138001'));
  await page.locator('#submit-code').click();
  await settle(page);
  await open('pages/home/index');
  await picture(page, 'phone-home');
  await open('pages/matters/index');
  await settle(page);
  await page.locator('[id^=matter-]').nth(1).click();
  await page.locator('#book-matter').click();
  await settle(page);
  if (await page.locator('#still-come').isVisible()) await page.locator('#still-come').click();
  await page.getByRole('radio', { name: /有限公司/ }).click();
  await page.locator('#whom-next').click();
  await page.locator('[id^=hall-]').first().click();
  await settle(page);
  await page.getByRole('radio').filter({ hasText: ':' }).filter({ hasText: '余' }).nth(3).click();
  await picture(page, 'phone-time');
  await page.locator('#time-next').click();
  await settle(page);
  await page.locator('#submit-booking').click();
  await page.locator('#see-appointment').waitFor();
  await picture(page, 'phone-done');
  await open('pages/home/index');
  await settle(page);
  await page.locator('#elder-mode').click();
  await picture(page, 'phone-elder');
  await context.close();
}

async function signedIn(browser, account) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  await context.request.post(`${BASE}/api/public/staff/sign-in`, {
    data: { account, password: PASSWORD },
    headers: { 'x-terminal': 'console' },
  });
  return { context, page: await context.newPage() };
}

async function consolePictures(browser) {
  const counter = await signedIn(browser, 'yinzhou');
  await counter.page.goto(`${BASE}/console/counter/today`);
  await picture(counter.page, 'console-today');
  await counter.page.goto(`${BASE}/console/counter/cases`);
  await counter.page.locator('tbody tr[data-row-key]').nth(1).click();
  await picture(counter.page, 'console-case');
  await counter.context.close();
  const desk = await signedIn(browser, 'manager');
  await desk.page.goto(`${BASE}/console/manager/hot-questions`);
  await picture(desk.page, 'console-hot');
  await desk.context.close();
}

/** The four pictures of the README side by side, drawn by the browser itself. */
async function overview(browser) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 620 } });
  const image = (name, width) => `<img src="file://${path.join(IMAGES, `${name}.png`)}" style="width:${width}px">`;
  const style = 'display:inline-flex;gap:20px;padding:24px;align-items:flex-start;background:#e9eef5';
  const file = path.join(IMAGES, 'overview.html');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(
    file,
    `<body style="margin:0"><div style="${style}">${image('phone-home', 250)}${image('phone-elder', 250)}<div style="display:grid;gap:12px">${image('console-today', 500)}${image('console-hot', 500)}</div></div></body>`,
  );
  await page.goto(`file://${file}`);
  await page.waitForTimeout(500);
  await page
    .locator('div')
    .first()
    .screenshot({ path: path.join(IMAGES, 'overview.png') });
  rmSync(file);
  await page.close();
}

mkdirSync(IMAGES, { recursive: true });
const stop = process.env.YIYUN_URL ? async () => {} : await startServer();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: BROWSER });
try {
  await phonePictures(browser);
  await visitPictures(browser, picture);
  await consolePictures(browser);
  await overview(browser);
} finally {
  await browser.close();
  await stop();
}
