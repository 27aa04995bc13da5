import { startMariadb } from './lib/mariadb.mjs';
import { inRoot } from './lib/project.mjs';
import { runNode } from './lib/run.mjs';

// Measures our server against the floor, on a MariaDB of its own and on SQLite. See docs/performance.md.
//   --quick           one short round
//   --write           puts the figures into docs/performance.md
//   --profile FOLDER  processor profiles of the server, and the functions that take most
//   --database mariadb | sqlite, --only list | book | hot, --rounds N, --seconds N
// `release` in front: 25,000 people at the opening of a day; `growth`: a booking among a million; `questions`: texts.
const TIMEOUT_MS = 25 * 60_000;
const PROGRAMS = { release: 'release.ts', growth: 'growth.ts', questions: 'questions.ts' };

const built = await runNode([inRoot('scripts/build.mjs'), 'server']);
if (built.code !== 0) process.exit(built.code);
const [first = '', ...others] = process.argv.slice(2);
const program = PROGRAMS[first];
const args = program ? others : process.argv.slice(2);
const needsMariadb =
  first !== 'questions' &&
  !args.some((arg, i) => arg === '--database=sqlite' || (arg === '--database' && args[i + 1] === 'sqlite'));
const mariadb = needsMariadb ? await startMariadb({ settings: ['--max-connections=500'] }) : undefined;
const loader = inRoot('server/src/platform/threads/compile-on-load.mjs');
const { code } = await runNode(['--import', loader, inRoot('server/bench', program ?? 'main.ts'), ...args], {
  env: mariadb ? { BENCH_DATABASE_URL: mariadb.url } : {},
  timeoutMs: TIMEOUT_MS,
});
await mariadb?.stop();
process.exitCode = code;
