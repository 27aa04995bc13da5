import fs from 'node:fs';
import type { Browser } from 'playwright-core';

const USUAL_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Keeps the browser quiet: it asks nobody anything and reaches nobody. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser's program: CHROMIUM_PATH or a usual place; undefined when there is none. */
export function chromiumPath(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...USUAL_PATHS].find((path) => path && fs.existsSync(path));
}

let shared: Browser | undefined;

/** One browser for all tests of a process. */
export async function sharedBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('no Chromium found: install it (apt-get install chromium) or set CHROMIUM_PATH');
  const { chromium } = await import('playwright-core');
  shared ??= await chromium.launch({ executablePath, args: BROWSER_ARGS });
  return shared;
}

/** Closes the shared browser; call it after the last test. */
export async function closeBrowser(): Promise<void> {
  await shared?.close();
  shared = undefined;
}
