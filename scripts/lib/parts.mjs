import { runChecks } from './checks.mjs';
import { startMariadb } from './mariadb.mjs';
import { jest, nodeTest } from './suites.mjs';

/** An empty URL: the flows make themselves an embedded database each. */
const EMBEDDED = { TEST_DATABASE_URL: '' };

/** The flows once more, on a MariaDB of our own. */
async function onMariadb(filter) {
  const { url, version, stop } = await startMariadb({ settings: ['--max-connections=500'] });
  process.stdout.write(`${version}\n`);
  try {
    return await jest({ workspace: 'server', folder: 'test', name: 'mysql', env: { TEST_DATABASE_URL: url }, filter });
  } finally {
    await stop();
  }
}

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
  mysql: [{ label: 'flows on MariaDB', system: ['mariadb'], builds: ['shared'], run: onMariadb }],
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
