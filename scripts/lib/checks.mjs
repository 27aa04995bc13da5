import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { inRoot, packageFile, STATE, WORKSPACES } from './project.mjs';
import { runNode, secondsSince } from './run.mjs';

const TIMEOUT_MS = 10 * 60_000;

/** Every tsconfig of a workspace that is for checking and not for building, the tests' own included. */
const tsconfigs = (workspace) =>
  ['', 'e2e']
    .filter((folder) => existsSync(inRoot(workspace, folder)))
    .flatMap((folder) => readdirSync(inRoot(workspace, folder)).map((name) => path.join(workspace, folder, name)))
    .filter((file) => /tsconfig(\.\w+)?\.json$/.test(file) && !file.endsWith('.build.json'));

const sources = () =>
  [...WORKSPACES.map((w) => `${w}/src`), 'miniapp/e2e', 'console/e2e', 'server/test', 'server/bench'].filter((folder) =>
    existsSync(inRoot(folder)),
  );

const bin = (name, file) => packageFile('', name, file);

/** Each check with the command that runs it alone. */
export const checks = () => [
  { label: 'format', args: [bin('@biomejs/biome', 'bin/biome'), 'check', '--max-diagnostics=30', '.'] },
  { label: 'lint', args: [bin('oxlint', 'bin/oxlint'), '--type-aware', '--deny-warnings'] },
  {
    label: 'architecture',
    args: [bin('dependency-cruiser', 'bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', ...sources()],
  },
  ...WORKSPACES.flatMap(tsconfigs).map((file) => ({
    label: `types ${path.dirname(file)}${file.endsWith('/tsconfig.json') ? '' : ` (${path.basename(file)})`}`,
    args: [bin('typescript', 'bin/tsc'), '--noEmit', '-p', file],
  })),
];

/** Runs all checks, whatever the earlier ones say. Gives `{ passed, failed, skipped }`, one a check. */
export async function runChecks(filter = '') {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const summary = [];
  for (const { label, args } of checks().filter((check) => check.label.includes(filter))) {
    const startedAt = performance.now();
    process.stdout.write(`\n── ${label}\n`);
    const log = path.join(STATE, 'test', `check-${label.replace(/\W+/g, '-')}.log`);
    const { code } = await runNode(args, { log, timeoutMs: TIMEOUT_MS });
    counts[code === 0 ? 'passed' : 'failed'] += 1;
    summary.push(`${code === 0 ? 'ok  ' : 'FAIL'} ${label} (${secondsSince(startedAt)} s)`);
  }
  process.stdout.write(`\n${summary.join('\n')}\n`);
  return counts;
}
