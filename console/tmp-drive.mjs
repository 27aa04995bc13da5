import { chromium } from 'playwright-core';

const base = process.env.BASE ?? 'http://127.0.0.1:3100';
const b = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const ctx = await b.newContext({
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 1.5,
  isMobile: true,
  hasTouch: true,
  locale: 'zh-CN',
});
const p = await ctx.newPage();
const errs = [];
p.on('pageerror', (e) => errs.push('PAGEERR ' + e.message));
p.on('console', (m) => {
  if (['error', 'warning'].includes(m.type())) errs.push(m.type() + ' ' + m.text().slice(0, 300));
});
let n = 0;
const shot = async (name) => {
  await p.waitForTimeout(700);
  await p.screenshot({ path: `/tmp/lead-shots/${String(++n).padStart(2, '0')}-${name}.png` });
};
const code = async (phone) =>
  (await (await fetch(base + '/api/demo/outbox')).json()).find((m) => m.phone === phone)?.text.match(/\d{6}/)[0];
try {
  await p.goto(base + '/m/');
  await shot('home');
  await p.goto(base + '/m/#/pages/matters/index');
  await shot('matters');
  await p.locator('[id^=matter-]').first().click();
  await shot('matter');
  await p.locator('#book-matter').click();
  await shot('hall');
  await p.locator('[id^=hall-]').first().click();
  await shot('time');
  await p
    .locator('.slot, [role=radio]')
    .filter({ hasText: /余|剩/ })
    .first()
    .click()
    .catch((e) => errs.push('slot ' + e.message.slice(0, 200)));
  await shot('time2');
  const radios = await p.getByRole('radio').allTextContents();
  console.log(radios.slice(0, 40).join(' | '));
  const slots = p.getByRole('radio').filter({ hasText: ':' });
  await slots.first().click();
  await shot('slot');
  await p.locator('#time-next').click();
  await shot('check-anon');
  await p.getByRole('button', { name: '去登录' }).click();
  await shot('sign-in');
  const phone = '138001380' + String(10 + Math.floor(Math.random() * 89));
  await p.locator('#phone input').fill(phone);
  await p.locator('#send-code').click();
  await p.waitForTimeout(600);
  await p.locator('#code input').fill(await code(phone));
  await shot('code');
  await p.locator('#submit-code').click();
  await shot('consent');
  await p.locator('#agree').click();
  await shot('after-consent');
  await p.locator('#submit-booking').click();
  await p.waitForTimeout(800);
  await shot('done');
  await p.locator('#see-appointment').click();
  await shot('detail');
} catch (e) {
  console.log('FAILED', e.message.slice(0, 500));
  await shot('failed');
}
console.log([...new Set(errs)].join('\n'));
await b.close();
