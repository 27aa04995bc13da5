import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { compressTexts } from './compress.mjs';
import { contentHash, filesOf, readStamp, stateHash, writeStamp } from './hash.mjs';
import { inRoot, STATE } from './project.mjs';
import { run } from './run.mjs';

const BUILD_TIMEOUT_MS = 15 * 60_000;
const MINIAPP_SOURCES = [
  'src',
  'config',
  'types',
  'package.json',
  'babel.config.js',
  'tsconfig.json',
  'project.config.json',
];

const from = (workspace, names) => names.map((name) => path.join(workspace, name));

/**
 * What is built, in the order in which it must be: `sources` decide whether, `script` of the workspace does it ('build'
 * unless said), `output` is what comes out, `proof` a file of it without which nothing was built. What is `served` to
 * browsers is compressed beforehand.
 */
export const BUILDS = {
  shared: {
    label: '公共模块 shared',
    sources: [...from('shared', ['src', 'package.json', 'tsconfig.json', 'tsconfig.build.json']), 'tsconfig.base.json'],
    output: 'shared/dist',
    proof: 'index.js',
    compiled: true,
  },
  server: {
    label: '服务器 server',
    sources: [
      ...from('server', ['src', 'web', 'build.mjs', 'package.json', 'tsconfig.json', 'tsconfig.build.json']),
      'tsconfig.base.json',
    ],
    output: 'server/dist',
    proof: 'main.js',
    compiled: true,
  },
  h5: {
    label: '手机网页 H5',
    sources: from('miniapp', MINIAPP_SOURCES),
    output: 'miniapp/dist/h5',
    proof: 'index.html',
    script: 'build:h5',
    served: true,
  },
  console: {
    label: '工作台 console',
    sources: from('console', ['src', 'public', 'index.html', 'package.json', 'vite.config.ts', 'tsconfig.json']),
    output: 'console/dist',
    proof: 'index.html',
    served: true,
  },
  weapp: {
    label: '微信小程序 weapp',
    sources: from('miniapp', MINIAPP_SOURCES),
    output: 'miniapp/dist/weapp',
    proof: 'app.json',
    script: 'build:weapp',
  },
};

const stampOf = (name) => path.join(STATE, `${name}.hash`);

function sourceHash(name) {
  const { sources } = BUILDS[name];
  const below = name === 'shared' ? [] : [sourceHash('shared')];
  // The mini-program has its server's address built in.
  return contentHash([...sources, 'pnpm-lock.yaml'], [...below, process.env.API_BASE ?? '']);
}

const currentStamp = (name) => `${sourceHash(name)} ${stateHash([BUILDS[name].output])}`;

/** True when sources changed since the last build, or when its output is gone or not what we built. */
export function needsBuild(name) {
  const { output, proof } = BUILDS[name];
  return !existsSync(inRoot(output, proof)) || readStamp(stampOf(name)) !== currentStamp(name);
}

/** Removes what the compiler left of sources that are gone: an old migration must not be found. */
function removeOrphans(workspace) {
  const from = (file) => path.relative(inRoot(workspace, 'dist'), file).replace(/\.(d\.ts|js|js\.map)$/, '.ts');
  for (const file of filesOf([`${workspace}/dist`]).filter((name) => /\.(ts|js|map)$/.test(name))) {
    if (!existsSync(inRoot(workspace, 'src', from(file)))) rmSync(file);
  }
}

/** Builds one part for production. Gives the result of `run`; a build that wrote nothing has failed. */
export async function build(name, options = {}) {
  const { output, proof, script = 'build', compiled, served } = BUILDS[name];
  const workspace = output.split('/')[0];
  const source = sourceHash(name);
  const result = await run('npm', ['run', script, '--silent'], {
    cwd: inRoot(workspace),
    env: { NODE_ENV: 'production' },
    log: path.join(STATE, `${name}.log`),
    timeoutMs: BUILD_TIMEOUT_MS,
    ...options,
  });
  if (result.code === 0 && !existsSync(inRoot(output, proof))) return { ...result, code: 1 };
  if (result.code === 0 && compiled) removeOrphans(workspace);
  if (result.code === 0 && served) compressTexts([output]);
  if (result.code === 0) writeStamp(stampOf(name), `${source} ${stateHash([output])}`);
  return result;
}
