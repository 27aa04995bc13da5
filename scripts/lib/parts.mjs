import { runChecks } from './checks.mjs';
import { startMariadb } from './mariadb.mjs';
import { jest, nodeTest } from './suites.mjs';

/** An empty URL: the flows make themselves an embedded database each. */
const EMBEDDED = { TEST_DATABASE_URL: '' };

/** Server tests on a MariaDB of our own. */
const onMariadb = (tests) => async (filter) => {
  const { url, version, stop } = await startMariadb({ settings: ['--max-connections=500'] });
  process.stdout.write(`${version}\n`);
  try {
    return await jest({ workspace: 'server', ...tests, env: { ...tests.env, TEST_DATABASE_URL: url }, filter });
  } finally {
    await stop();
  }
};

/** The proofs with all their rounds and seeds; with `npm test` they run a share of them. */
const PROOFS = { folder: 'test/proofs', env: { TEST_LONG: '1' }, timeoutMs: 120 * 60_000 };

const unit = (workspace, folder) => ({
  label: `unit ${workspace}`,
  builds: ['shared'],
  run: (filter) => jest({ workspace, folder, name: `unit-${workspace}`, env: EMBEDDED, filter }),
});

/**
 * The parts of `npm test` by the name of their command, in the order in which they run. A suite says which parts of the
 * system it needs (`system`) and what has to be built before (`builds`).
 */
export const PARTS = {
  check: [{ label: 'check', builds: ['shared'], run: runChecks }],
  unit: [
    {
      label: 'unit scripts',
      run: (filter) => nodeTest({ folder: 'scripts/test', ending: '.test.mjs', name: 'unit-scripts', filter }),
    },
    unit('shared', 'src'),
    unit('server', 'src'),
    unit('miniapp', ''),
    unit('console', 'src'),
  ],
  flows: [
    {
      label: 'flows on SQLite',
      builds: ['shared'],
      run: (filter) => jest({ workspace: 'server', folder: 'test', name: 'flows', env: EMBEDDED, filter }),
    },
  ],
  mysql: [
    {
      label: 'flows on MariaDB',
      system: ['mariadb'],
      builds: ['shared'],
      run: onMariadb({ folder: 'test', name: 'mysql' }),
    },
  ],
  weapp: [
    {
      label: 'weapp host',
      system: ['chromium', 'font'],
      run: (filter) => nodeTest({ folder: 'miniapp/e2e/weapp-host/test', name: 'weapp-host', filter }),
    },
    {
      label: 'compiled weapp',
      system: ['chromium', 'font'],
      builds: ['shared', 'server', 'weapp'],
      run: (filter) => nodeTest({ folder: 'miniapp/e2e/weapp', name: 'weapp', filter }),
    },
  ],
  web: [
    {
      label: 'H5 in Chromium',
      system: ['chromium', 'font'],
      builds: ['shared', 'server', 'h5', 'console'],
      run: (filter) => nodeTest({ folder: 'miniapp/e2e/h5', name: 'h5', filter }),
    },
    {
      label: 'console in Chromium',
      system: ['chromium', 'font'],
      builds: ['shared', 'server', 'h5', 'console'],
      run: (filter) => nodeTest({ folder: 'console/e2e', name: 'console', filter }),
    },
  ],
};

/** Parts that run when they are named, and not with `npm test`. */
export const NAMED_PARTS = {
  long: [
    {
      label: 'proofs on SQLite',
      builds: ['shared'],
      run: (filter) =>
        jest({ workspace: 'server', ...PROOFS, name: 'long', env: { ...PROOFS.env, ...EMBEDDED }, filter }),
    },
    {
      label: 'proofs on MariaDB',
      system: ['mariadb'],
      builds: ['shared'],
      run: onMariadb({ ...PROOFS, name: 'long-mysql' }),
    },
  ],
};
