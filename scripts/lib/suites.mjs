import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot, packageFile, ROOT, STATE } from './project.mjs';
import { runNode } from './run.mjs';

const SUITE_TIMEOUT_MS = 25 * 60_000;
const REPORTER = inRoot('scripts/lib/count-reporter.mjs');
const LOGS = path.join(STATE, 'test');

/** A suite without tests is told plainly: a failure where everything must be there, else skipped; narrowed, it's nothing. */
function withoutTests(where, filter) {
  if (filter)
    return { passed: 0, failed: 0, skipped: 0, problem: `${where}: no test file has "${filter}" in its path` };
  const problem = `${where} has no tests`;
  const mustBeThere = process.env.CI === 'true';
  return { passed: 0, failed: mustBeThere ? 1 : 0, skipped: mustBeThere ? 0 : 1, problem };
}

/** A program that ended badly without a failed test to show for it counts as one failure. */
const crashed = (counts, result) =>
  result.code !== 0 && counts.failed === 0
    ? { ...counts, failed: 1, problem: 'ended with an error outside its tests' }
    : counts;

function filesBelow(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending) && !entry.parentPath.includes('node_modules'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Runs Jest in a workspace on the tests below `folder`; `filter` narrows by path. Gives `{ passed, failed, skipped }`.
 * A test file that doesn't even load counts as one failure.
 */
export async function jest({ workspace, folder = '', name, env, filter = '', timeoutMs = SUITE_TIMEOUT_MS }) {
  const report = path.join(LOGS, `${name}.json`);
  rmSync(report, { force: true });
  const pattern = `${escaped(inRoot(workspace, folder) + path.sep)}.*${filter}`;
  const bin = packageFile(workspace, 'jest', 'bin/jest.js');
  const options = ['--ci', '--passWithNoTests', '--json', `--outputFile=${report}`, `--testPathPatterns=${pattern}`];
  const result = await runNode(['--experimental-vm-modules', '--no-warnings', bin, ...options], {
    cwd: inRoot(workspace),
    env,
    log: path.join(LOGS, `${name}.log`),
    timeoutMs,
  });
  if (!existsSync(report)) return crashed({ passed: 0, failed: 0, skipped: 0 }, { code: 1 });
  const json = JSON.parse(readFileSync(report, 'utf8'));
  if (json.numTotalTestSuites === 0) return withoutTests(path.join(workspace, folder), filter);
  const counts = {
    passed: json.numPassedTests,
    failed: json.numFailedTests + json.numRuntimeErrorTestSuites,
    skipped: json.numPendingTests + json.numTodoTests,
  };
  return crashed(counts, result);
}

/** Runs node:test on the files below `folder` that end with `ending`, TypeScript included. Gives `{ passed, failed, skipped }`. */
export async function nodeTest({ folder, ending = '.test.ts', name, env, filter = '' }) {
  const files = filesBelow(inRoot(folder), ending).filter((file) => new RegExp(filter).test(file));
  if (files.length === 0) return withoutTests(folder, filter);
  const outcomes = path.join(LOGS, `${name}.outcomes`);
  const log = path.join(LOGS, `${name}.log`);
  rmSync(outcomes, { force: true });
  mkdirSync(LOGS, { recursive: true });
  const tsx = pathToFileURL(packageFile('miniapp', 'tsx', 'dist/loader.mjs')).href;
  const reporters = Object.entries({ spec: 'stdout', [REPORTER]: outcomes }).flatMap(([reporter, destination]) => [
    `--test-reporter=${reporter}`,
    `--test-reporter-destination=${destination}`,
  ]);
  // Forced, because a phone's timers or a kept socket would let a finished file wait for ever.
  const result = await runNode(
    ['--import', tsx, '--test', '--test-force-exit', '--test-concurrency=1', ...reporters, ...files],
    {
      cwd: path.join(ROOT, folder.split('/')[0]),
      env,
      log,
      timeoutMs: SUITE_TIMEOUT_MS,
    },
  );
  const words = existsSync(outcomes) ? readFileSync(outcomes, 'utf8').split('\n').filter(Boolean) : [];
  const of = (word) => words.filter((w) => w === word).length;
  const counts = { passed: of('passed'), failed: of('failed'), skipped: of('skipped') };
  if (words.length === 0) return { ...counts, failed: 1, problem: 'ran no test' };
  return crashed(counts, result);
}
