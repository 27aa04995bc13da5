import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { STATE } from './project.mjs';
import { run } from './run.mjs';

const CHROMIUM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];
const FONT_FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts'];

/** The full path of a program; also looks where PATH of a plain user doesn't. */
export function programPath(name) {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...SYSTEM_FOLDERS];
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

/** The browser of the tests; CHROMIUM_PATH names another. */
export const chromiumPath = () => [process.env.CHROMIUM_PATH, ...CHROMIUM_PATHS].find((p) => p && existsSync(p));

const hasChineseFont = () =>
  process.platform !== 'linux' ||
  FONT_FOLDERS.filter((folder) => existsSync(folder)).some((folder) =>
    readdirSync(folder, { recursive: true }).some((file) => /cjk|wqy|noto ?sans ?sc|sourcehansans/i.test(file)),
  );

/** Parts of the system that some tests need: whether they are here, and the package that brings them. */
export const SYSTEM_PARTS = {
  mariadb: {
    isHere: () => programPath('mariadbd') !== undefined && programPath('mariadb-install-db') !== undefined,
    debian: 'mariadb-server',
    mac: 'brew install mariadb',
  },
  chromium: {
    isHere: () => chromiumPath() !== undefined,
    debian: 'chromium',
    mac: 'brew install --cask google-chrome',
  },
  font: { isHere: hasChineseFont, debian: 'fonts-noto-cjk', mac: '' },
};

/** The command that would bring a part. */
export function commandFor(name) {
  const { debian, mac } = SYSTEM_PARTS[name];
  return process.platform === 'darwin' ? mac : `sudo apt-get install -y --no-install-recommends ${debian}`;
}

const canInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && programPath('apt-get');

/** Brings missing parts with apt-get where that is possible. Gives the names of those that are still missing. */
export async function provide(names) {
  const missing = () => names.filter((name) => !SYSTEM_PARTS[name].isHere());
  if (missing().length === 0 || !canInstall()) return missing();
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, log: path.join(STATE, 'apt.log'), quiet: true };
  const packages = missing().map((name) => SYSTEM_PARTS[name].debian);
  process.stdout.write(`installing ${packages.join(', ')} with apt-get\n`);
  await run('apt-get', ['update'], options);
  const result = await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options);
  if (result.code !== 0) process.stdout.write(`${result.output}\n`);
  return missing();
}
