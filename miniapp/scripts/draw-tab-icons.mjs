/**
 * Draws the tab bar's icons: 81 × 81 px PNG, as WeChat wants them, outlined at rest and filled when selected.
 * Usage: node scripts/draw-tab-icons.mjs   (CHROMIUM_PATH=/path/to/chromium, default /usr/bin/chromium)
 */
import path from 'node:path';
import { chromium } from 'playwright-core';

const SIZE = 81;
const AT_REST = '#4b5768';
const SELECTED = '#0f3f8c';
const OUT = path.resolve(import.meta.dirname, '../src/assets/tabs');

/** `body` takes the fill when selected, `marks` are cut out of it. */
const SHAPES = {
  home: { body: 'M4 10.8 12 4l8 6.8V19.5a.8.8 0 0 1-.8.8H4.8a.8.8 0 0 1-.8-.8z', marks: 'M9.5 20v-5.5h5V20' },
  matters: { body: 'M6 3.7h9l3.5 3.5v13.1H6a.8.8 0 0 1-.8-.8v-15a.8.8 0 0 1 .8-.8z', marks: 'M9 10.5h6.5M9 15h6.5' },
  progress: { body: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z', marks: 'M12 7.5V12l3.2 2.2' },
  me: {
    body: 'M12 3.8a3.9 3.9 0 1 1 0 7.8 3.9 3.9 0 0 1 0-7.8zM4.3 20.3c.5-4 3.5-6 7.7-6s7.2 2 7.7 6z',
    marks: '',
  },
};

const drawing = ({ body, marks }, selected) => {
  const colour = selected ? SELECTED : AT_REST;
  const line = 'stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="0 0 24 24" style="display:block">
    <path d="${body}" fill="${selected ? colour : 'none'}" stroke="${colour}" ${line}/>
    <path d="${marks}" fill="none" stroke="${selected ? '#ffffff' : colour}" ${line}/>
  </svg>`;
};

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
for (const [name, shape] of Object.entries(SHAPES)) {
  for (const selected of [false, true]) {
    await page.setContent(`<body style="margin:0">${drawing(shape, selected)}</body>`);
    await page.screenshot({ path: path.join(OUT, `${name}${selected ? '-on' : ''}.png`), omitBackground: true });
  }
}
await browser.close();
