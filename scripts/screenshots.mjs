/** `npm run screenshots`: makes every picture of the documents from the real system with its demonstration data. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromiumPath } from './lib/apt.mjs';
import { inRoot } from './lib/project.mjs';
import { consolePictures } from './pictures/console.mjs';
import { offerPictures } from './pictures/offers.mjs';
import { phonePictures } from './pictures/phone.mjs';
import { asCitizen, asStaff, offerOf, openStudio, settle, TODAY } from './pictures/studio.mjs';

const { chromium } = createRequire(inRoot('console/package.json'))('playwright-core');
const IMAGES = inRoot('docs/images');
const ACCOUNTANT = '13800138001';
const BROWSER = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--lang=zh-CN',
  '--autoplay-policy=no-user-gesture-required',
];

async function save(page, name) {
  await settle(page);
  await page.screenshot({ path: path.join(IMAGES, `${name}.png`) });
}

/** The four pictures of the README side by side, drawn by the browser itself. */
async function overview(browser) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 620 } });
  const image = (name, width) => `<img src="file://${path.join(IMAGES, `${name}.png`)}" style="width:${width}px">`;
  const style = 'display:inline-flex;gap:20px;padding:24px;align-items:flex-start;background:#e9eef5';
  const file = path.join(IMAGES, 'overview.html');
  writeFileSync(
    file,
    `<body style="margin:0"><div style="${style}">${image('phone-home', 250)}${image('phone-elder', 250)}<div style="display:grid;gap:12px">${image('console-board', 500)}${image('console-hot', 500)}</div></div></body>`,
  );
  await page.goto(`file://${file}`);
  await page
    .locator('div')
    .first()
    .screenshot({ path: path.join(IMAGES, 'overview.png') });
  rmSync(file);
  await page.close();
}

mkdirSync(IMAGES, { recursive: true });
const studio = await openStudio();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: BROWSER });
try {
  const [citizen, officer, manager] = await Promise.all([
    asCitizen(studio, ACCOUNTANT),
    asStaff(studio, 'yinzhou'),
    asStaff(studio, 'manager'),
  ]);
  const offer = await offerOf(citizen.api, '停业登记', TODAY);
  const set = { browser, studio, save, citizen, officer, manager, offer };
  await phonePictures(set);
  const booked = (await citizen.api.appointments.mine()).items.find(({ status }) => status === 'pending');
  await consolePictures({ ...set, booked });
  await offerPictures(set);
  await overview(browser);
} finally {
  await browser.close();
  await studio.stop();
}
