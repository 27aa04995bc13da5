/**
 * `npm run dev`: everything is watched and rebuilt, reachable through one port (PORT, default 3000): the server, the H5
 * pages under /m/, the console under /console/. One output, each line with its part in front; Ctrl-C ends all.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { BUILDS, build, needsBuild } from './lib/build.mjs';
import { install, needsInstall } from './lib/install.mjs';
import { freePort, portProblem } from './lib/port.mjs';
import { Stop, step, stopOn } from './lib/progress.mjs';
import { inRoot, packageFile, ROOT } from './lib/project.mjs';
import { startProxy } from './lib/proxy.mjs';
import { endWithParent } from './lib/run.mjs';

const PORT = Number(process.env.PORT || 3000);
const children = new Set();

/** Starts a part; its lines come out with its name in front. A part that ends by itself ends everything. */
function start(name, cwd, args, env = {}) {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => process.stdout.write(`${name.padEnd(8)}│ ${line}\n`));
  }
  child.on('exit', (code) => {
    children.delete(child);
    process.stdout.write(`${name.padEnd(8)}│ ended with ${code}\n`);
    stop(code ?? 1);
  });
}

function stop(code) {
  for (const child of children) child.kill('SIGTERM');
  process.exitCode = code;
  setTimeout(() => process.exit(code), 2000).unref();
  if (children.size === 0) process.exit(code);
}

/** What the watchers start from. A mistake in the code is theirs to show. */
async function prepare() {
  const problem = await portProblem(PORT, '127.0.0.1');
  if (problem) throw new Stop(problem);
  const works = ['shared', 'server'].filter(needsBuild).map((name) => ({
    label: `构建${BUILDS[name].label}`,
    work: () => build(name, { quiet: true }),
  }));
  if (needsInstall()) works.unshift({ label: '安装依赖', work: () => install({ quiet: true }), isNeeded: true });
  for (const [i, { label, work, isNeeded }] of works.entries()) {
    const { code, output } = await step(i + 1, works.length, label, work);
    if (code !== 0 && isNeeded) throw new Stop(`${output}\n\n${label}失败。`);
  }
}

async function run() {
  const [server, vite, taro] = [await freePort(), await freePort(), await freePort()];
  const tsc = (workspace) => [
    packageFile(workspace, 'typescript', 'bin/tsc'),
    '-p',
    'tsconfig.build.json',
    '-w',
    '--preserveWatchOutput',
  ];
  start('shared', inRoot('shared'), tsc('shared'));
  start('types', inRoot('server'), tsc('server'));
  start('server', ROOT, ['--watch', '--watch-preserve-output', 'server/dist/main.js'], { PORT: String(server) });
  start(
    'h5',
    inRoot('miniapp'),
    [packageFile('miniapp', '@tarojs/cli', 'bin/taro'), 'build', '--type', 'h5', '--watch', '--port', String(taro)],
    {
      NODE_ENV: 'development',
    },
  );
  start('console', inRoot('console'), [
    packageFile('console', 'vite', 'bin/vite.js'),
    '--port',
    String(vite),
    '--strictPort',
    '--host',
    '127.0.0.1',
  ]);
  await startProxy(PORT, [
    ['/console/', vite],
    ['/m/', taro],
    ['/ws', taro],
    ['/', server],
  ]);
  process.stdout.write(`dev     │ http://127.0.0.1:${PORT}/\n`);
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(0));
endWithParent(() => stop(0));
prepare().then(run).catch(stopOn);
