/** `npm start`: installs and builds what changed, then runs the server until it ends. */
import { spawn } from 'node:child_process';
import os from 'node:os';
import { BUILDS, build, needsBuild } from './lib/build.mjs';
import { install, needsInstall } from './lib/install.mjs';
import { portProblem } from './lib/port.mjs';
import { Stop, step, stopOn } from './lib/progress.mjs';
import { inRoot, nodeTooOld, ROOT } from './lib/project.mjs';
import { endWithParent, saysDiskFull } from './lib/run.mjs';

const PARTS = ['shared', 'server', 'h5', 'console'];

async function checkSurroundings() {
  const old = nodeTooOld();
  if (old) throw new Stop(old);
  const port = await portProblem(Number(process.env.PORT || 3000), process.env.HOST || '127.0.0.1');
  if (port) throw new Stop(port);
}

function expectDone(result, label) {
  if (result.code === 0) return;
  if (saysDiskFull(result.output)) throw new Stop('磁盘空间不足，请清理后再试。');
  throw new Stop(`${result.output.trim()}\n\n${label}失败，完整记录在 .build/ 文件夹中。`);
}

/** Installs and builds only what changed since the last time. */
async function prepare() {
  const mustInstall = needsInstall();
  const parts = PARTS.filter(needsBuild);
  const steps = [
    ...(mustInstall ? [['安装依赖', () => install({ quiet: true })]] : []),
    ...parts.map((name) => [`构建${BUILDS[name].label}`, () => build(name, { quiet: true })]),
  ];
  for (const [index, [label, work]] of steps.entries()) {
    expectDone(await step(index + 1, steps.length, label, work), label);
  }
}

/** Room for what lives for one request only: less of it is taken for long-lived, and the collector runs less often. */
const HEAP = '--max-semi-space-size=64';

/** Runs the server with our terminal, passes signals on, ends as it ends. */
function serve() {
  const server = spawn(process.execPath, [HEAP, inRoot('server/dist/main.js')], { cwd: ROOT, stdio: 'inherit' });
  // A terminal sends Ctrl-C to both of us; a second signal would cut the server's draining short.
  process.on('SIGINT', () => process.stdin.isTTY || server.kill('SIGINT'));
  process.on('SIGTERM', () => server.kill('SIGTERM'));
  endWithParent(() => server.kill('SIGTERM'));
  server.on('error', stopOn);
  server.on('exit', (code, signal) => process.exit(code ?? 128 + os.constants.signals[signal]));
}

checkSurroundings().then(prepare).then(serve).catch(stopOn);
