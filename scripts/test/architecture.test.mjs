import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { inRoot, packageFile } from '../lib/project.mjs';

/** A small project that keeps every rule. */
const SOUND = {
  'shared/src/index.ts': "export * from './time.js';",
  'shared/src/time.ts': 'export const HOUR_MS = 3_600_000;',
  'server/src/c.ts': 'export const c = 1;',
  'server/src/d.ts': "import './c.js';",
  'server/src/platform/clock.ts': 'export const now = () => 0;',
  'server/src/modules/records/index.ts': "export * from './domain/chain.js';",
  'server/src/modules/records/domain/chain.ts':
    "import { createHash } from 'node:crypto';\nexport const hash = createHash;",
  'server/src/modules/records/storage/row.ts': 'export const row = 1;',
  'server/src/modules/halls/index.ts': "import { hash } from '../records/index.js';\nexport const hall = hash;",
  'server/src/modules/matters/index.ts': 'export const matter = 1;',
  'server/src/modules/matters/http/matters.controller.ts': 'export const controller = 1;',
  'server/src/modules/cases/index.ts': "import { matter } from '../matters/index.js';\nexport const openCase = matter;",
  'server/src/modules/insights/index.ts': 'export const cluster = 1;',
  'miniapp/src/app.tsx': "import { time } from '@/time';\nexport const app = time;",
  'miniapp/src/time.h5.ts': 'export const time = 1;',
  'console/src/main.tsx': 'export const main = 1;',
};

/** One breach each: the file that gets it, the line, the rule that must name it. */
const BREACHES = [
  ['server/src/modules/halls/a.ts', "import '../records/domain/chain.js';", 'through-index'],
  ['server/src/modules/records/a.ts', "import '../halls/index.js';", 'row-2-records'],
  ['server/src/modules/halls/b.ts', "import '../matters/index.js';", 'row-4-halls'],
  ['server/src/modules/matters/a.ts', "import '../cases/index.js';", 'row-4-matters'],
  ['server/src/modules/cases/a.ts', "import '../insights/index.js';", 'row-6-cases'],
  ['server/src/platform/a.ts', "import '../modules/records/index.js';", 'platform-knows-no-module'],
  ['server/src/modules/records/domain/a.ts', "import { row } from '../storage/row.js';\nrow;", 'domain-is-pure'],
  [
    'server/src/modules/matters/domain/a.ts',
    "import { now } from '../../../platform/clock.js';\nnow;",
    'domain-is-pure',
  ],
  ['server/src/modules/records/http/a.ts', "import '../storage/row.js';", 'http-not-to-storage'],
  ['shared/src/a.ts', "import 'node:fs';", 'shared-has-no-dependencies'],
  ['miniapp/src/a.ts', "import '../../server/src/platform/clock.js';", 'clients-not-to-server'],
  ['console/src/a.ts', "import '../../miniapp/src/app';", 'terminals-apart'],
  ['console/src/b.ts', "import './nowhere';", 'resolvable'],
  ['server/src/c.ts', "import './d.js';", 'no-circular'],
];

describe('the architecture rules', () => {
  let project;
  const write = (file, text) => {
    mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    writeFileSync(path.join(project, file), `${text}\n`);
  };
  /** The rules that are broken now, by file. */
  const broken = () => {
    const program = packageFile('', 'dependency-cruiser', 'bin/dependency-cruise.mjs');
    const args = [
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      'shared',
      'server',
      'miniapp',
      'console',
    ];
    const { stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: project, encoding: 'utf8' });
    assert.ok(stdout, stderr);
    return JSON.parse(stdout).summary.violations.map(({ from, rule }) => `${from} ${rule.name}`);
  };

  before(() => {
    project = mkdtempSync(path.join(os.tmpdir(), 'yiyun-architecture-'));
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'scripts/lib/aliases.cjs']) {
      cpSync(inRoot(file), path.join(project, file), { recursive: true });
    }
    for (const [file, text] of Object.entries(SOUND)) write(file, text);
  });
  after(() => rmSync(project, { recursive: true, force: true }));

  test('find nothing in a sound project', () => {
    assert.deepEqual(broken(), []);
  });

  test('find each planted breach', () => {
    for (const [file, text] of BREACHES) write(file, text);
    const found = broken();
    const missed = BREACHES.map(([file, , rule]) => `${file} ${rule}`).filter((line) => !found.includes(line));
    assert.deepEqual(missed, []);
  });
});
