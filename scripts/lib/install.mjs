import path from 'node:path';
import { contentHash, readStamp, writeStamp } from './hash.mjs';
import { inRoot, packageManager, STATE, WORKSPACES } from './project.mjs';
import { run, saysDiskFull } from './run.mjs';

const STAMP = inRoot('node_modules/.yiyun-install');
const DECIDES = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  ...['', ...WORKSPACES].map((w) => path.join(w, 'package.json')),
];

const wanted = () => contentHash(DECIDES, [process.versions.modules, process.platform, process.arch]);

/** True when the installed packages are not those of the lockfile. */
export const needsInstall = () => readStamp(STAMP) !== wanted();

/** Installs exactly the lockfile with the pinned package manager. Gives the result of `run`. */
export async function install(options = {}) {
  const args = ['-y', packageManager(), 'install', '--frozen-lockfile'];
  // `npm start --silent` would silence it, too: then nobody learns why it failed.
  const env = { npm_config_loglevel: 'warn' };
  const result = await run('npx', args, {
    env,
    giveUp: saysDiskFull,
    log: path.join(STATE, 'install.log'),
    ...options,
  });
  if (result.code === 0) writeStamp(STAMP, wanted());
  return result;
}
