/**
 * `npm test`: installs, then runs every part and stops at nothing. `node scripts/test.mjs flows mysql` runs these parts;
 * a further word narrows to test files whose path has it: `npm run test:flows -- appointments`. `npm run test:long` runs
 * the proofs with all their rounds and seeds.
 */
import { commandFor, provide } from './lib/apt.mjs';
import { build, needsBuild } from './lib/build.mjs';
import { install, needsInstall } from './lib/install.mjs';
import { NAMED_PARTS, PARTS } from './lib/parts.mjs';
import { nodeTooOld } from './lib/project.mjs';
import { endWithParent, secondsSince } from './lib/run.mjs';

const FAILED = { passed: 0, failed: 1, skipped: 0 };
const SKIPPED = { passed: 0, failed: 0, skipped: 1 };
const isCi = process.env.CI === 'true';
const say = (text) => process.stdout.write(`${text}\n`);

function chosen() {
  const all = { ...PARTS, ...NAMED_PARTS };
  const words = process.argv.slice(2);
  const names = words.filter((word) => word in all);
  const filter = words.find((word) => !(word in all)) ?? '';
  return { suites: (names.length > 0 ? names : Object.keys(PARTS)).flatMap((name) => all[name]), filter };
}

/** Builds what a suite needs; the name of the build that failed, if one did. */
async function buildAll(names) {
  for (const name of names.filter(needsBuild)) {
    say(`building ${name}`);
    if ((await build(name)).code !== 0) return name;
  }
  return undefined;
}

async function runSuite({ system = [], builds = [], run }, filter) {
  const missing = await provide(system);
  if (missing.length > 0) {
    const problem = `needs ${missing.join(', ')}: ${missing.map(commandFor).join('; ')}`;
    return { ...SKIPPED, problem };
  }
  const broken = await buildAll(builds);
  if (broken) return { ...FAILED, problem: `${broken} doesn't build` };
  return run(filter);
}

/** One suite's counts and seconds; whatever it throws is one failure. */
async function measured(suite, filter) {
  const startedAt = performance.now();
  say(`\n══ ${suite.label}`);
  const counts = await runSuite(suite, filter).catch((error) => ({ ...FAILED, problem: error.stack ?? String(error) }));
  if (counts.problem) say(counts.problem);
  return { label: suite.label, seconds: secondsSince(startedAt), ...counts };
}

function report(results) {
  const column = (value, width) => String(value).padStart(width);
  say(
    `\n${'part'.padEnd(22)}${column('seconds', 9)}${column('passed', 8)}${column('failed', 8)}${column('skipped', 9)}`,
  );
  for (const { label, seconds, passed, failed, skipped, problem } of results) {
    const row = `${label.padEnd(22)}${column(seconds, 9)}${column(passed, 8)}${column(failed, 8)}${column(skipped, 9)}`;
    say(problem ? `${row}  ${problem.split('\n')[0]}` : row);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(sum);
  if (isCi && skipped > 0) say('with CI=true what is skipped is a failure');
  say(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0 && passed > 0 && !(isCi && skipped > 0);
}

endWithParent(() => process.exit(143));
const old = nodeTooOld();
if (old) {
  process.stderr.write(`${old}\n`);
  process.exit(1);
}
const { suites, filter } = chosen();
const results = [];
if (needsInstall()) {
  results.push(
    await measured({
      label: 'install',
      run: async () => ((await install()).code === 0 ? { passed: 1, failed: 0, skipped: 0 } : FAILED),
    }),
  );
}
for (const suite of suites) results.push(await measured(suite, filter));
process.exitCode = report(results) ? 0 : 1;
