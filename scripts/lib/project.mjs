import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const WORKSPACES = ['shared', 'server', 'miniapp', 'console'];
/** What the scripts keep between runs; not in git. */
export const STATE = path.join(ROOT, '.build');

export const inRoot = (...parts) => path.join(ROOT, ...parts);

/** The pinned package manager, such as 'pnpm@10.34.9'. */
export const packageManager = () => JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).packageManager;

/** The file of a package that a workspace ('' is the root) depends on. Throws when it isn't installed. */
export function packageFile(workspace, name, file) {
  const direct = inRoot(workspace, 'node_modules', name, file);
  if (existsSync(direct)) return direct;
  return createRequire(inRoot(workspace, 'package.json')).resolve(`${name}/${file}`);
}

/** Why this Node is too old, in one sentence; undefined when it is new enough. */
export function nodeTooOld(version = process.versions.node, least = '20.19.0') {
  const numbers = (text) => text.split('.').map(Number);
  const [have, want] = [numbers(version), numbers(least)];
  const at = want.findIndex((n, i) => n !== have[i]);
  if (at < 0 || have[at] > want[at]) return undefined;
  return `需要 Node.js ${least} 或更高版本，当前是 ${version}。`;
}
