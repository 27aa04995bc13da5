import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { programPath } from './apt.mjs';
import { freePort } from './port.mjs';

const START_TIMEOUT_MS = 60_000;
const DATABASE = 'yiyun';

const answers = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.end());
  });

/** mariadbd refuses to run as root: then it runs as the user that its package made. */
function serverUser() {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag) => Number(spawnSync('id', [flag, 'mysql'], { encoding: 'utf8' }).stdout);
  return { name: 'mysql', uid: id('-u'), gid: id('-g') };
}

/** A folder that only this server uses, owned by the user it runs as. */
function createHome(user) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'yiyun-mariadb-'));
  mkdirSync(path.join(home, 'data'));
  chmodSync(home, 0o755);
  if (user) for (const dir of [home, path.join(home, 'data')]) chownSync(dir, user.uid, user.gid);
  return home;
}

function createDataFolder(home, userArgs) {
  const args = [
    '--no-defaults',
    `--datadir=${home}/data`,
    '--skip-test-db',
    '--auth-root-authentication-method=normal',
  ];
  const { status, stderr, stdout } = spawnSync(programPath('mariadb-install-db'), [...args, ...userArgs], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`mariadb-install-db failed: ${stderr || stdout}`);
}

/**
 * Starts a MariaDB of our own: a temporary data folder, a free port of 127.0.0.1, durable commits
 * (innodb_flush_log_at_trx_commit=1), the server's own defaults otherwise; `settings` add to them ('--max-connections=500').
 * Gives `{ url, settings, version, stop() }`; the user may create databases. It also ends when this process does.
 */
export async function startMariadb({ settings = [] } = {}) {
  const program = programPath('mariadbd');
  if (!program) throw new Error('mariadbd not found: install mariadb-server');
  const user = serverUser();
  const userArgs = user ? [`--user=${user.name}`] : [];
  const home = createHome(user);
  const remove = () => rmSync(home, { recursive: true, force: true });
  createDataFolder(home, userArgs);

  const password = randomBytes(12).toString('hex');
  const init = path.join(home, 'init.sql');
  writeFileSync(
    init,
    `CREATE DATABASE ${DATABASE} CHARACTER SET utf8mb4;
CREATE USER 'yiyun'@'%' IDENTIFIED BY '${password}';
GRANT ALL PRIVILEGES ON *.* TO 'yiyun'@'%';
`,
  );
  const port = await freePort();
  const chosen = [
    '--innodb-flush-log-at-trx-commit=1',
    '--character-set-server=utf8mb4',
    '--skip-name-resolve',
    ...settings,
  ];
  const place = [`--datadir=${home}/data`, `--socket=${home}/socket`, `--pid-file=${home}/pid`, `--tmpdir=${home}`];
  const net4 = ['--bind-address=127.0.0.1', `--port=${port}`, `--init-file=${init}`, `--log-error=${home}/log`];
  const server = spawn(program, ['--no-defaults', ...place, ...net4, ...chosen, ...userArgs], { stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));

  const onExit = () => {
    server.kill('SIGKILL');
    remove();
  };
  process.once('exit', onExit);
  const stop = async () => {
    process.removeListener('exit', onExit);
    server.kill('SIGTERM');
    await ended;
    remove();
  };

  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await answers(port))) {
    if (server.exitCode !== null || Date.now() > deadline) {
      const log = readFileSync(`${home}/log`, 'utf8').split('\n').slice(-20).join('\n');
      await stop();
      throw new Error(`MariaDB did not start:\n${log}`);
    }
    await pause(50);
  }
  const version = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout.trim();
  return { url: `mysql://yiyun:${password}@127.0.0.1:${port}/${DATABASE}`, settings: chosen, version, stop };
}
