import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, ROOT } from './project.mjs';

/** All files under the given files and folders (from the root), sorted; tests are left out, they change no build. */
export function filesOf(paths) {
  const list = (full) => {
    if (!existsSync(full)) return [];
    if (!statSync(full).isDirectory()) return [full];
    return readdirSync(full).flatMap((name) => (name === 'node_modules' ? [] : list(path.join(full, name))));
  };
  const files = paths.flatMap((p) => list(inRoot(p))).filter((file) => !/\.(spec|test)\.\w+$/.test(file));
  return [...new Set(files)].sort((a, b) => a.localeCompare(b, 'en'));
}

const digest = (lines) => createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 32);

/** A hash of names and contents. `extra` are further texts that matter. */
export const contentHash = (paths, extra = []) =>
  digest([
    ...extra,
    ...filesOf(paths).map((file) => `${path.relative(ROOT, file)} ${digest([readFileSync(file).toString('latin1')])}`),
  ]);

/** A hash of names, sizes and times: enough to see that nobody touched what we built. */
export const stateHash = (paths) =>
  digest(
    filesOf(paths).map((file) => {
      const { size, mtimeMs } = statSync(file);
      return `${path.relative(ROOT, file)} ${size} ${mtimeMs}`;
    }),
  );

/** A small text kept between runs; '' when there is none. */
export const readStamp = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

export function writeStamp(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
