import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './project.mjs';

const LAST_LINES = 60;
const KILL_AFTER_MS = 5000;
const running = new Set();

/** Seconds since an instant of `performance.now()`, as '3.2'. */
export const secondsSince = (startedAt) => ((performance.now() - startedAt) / 1000).toFixed(1);

const isWindows = process.platform === 'win32';

/** Ends a program with all that it started. */
function end(child, signal) {
  try {
    if (isWindows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

// A child must not outlive us, whatever ends us.
process.on('exit', () => {
  for (const child of running) end(child, 'SIGKILL');
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(code);
  });
}

/** True when a program's output says that the disk is full. */
export const saysDiskFull = (output) => /ENOSPC|no space left on device|database or disk is full/i.test(output);

/**
 * Calls `stop` when our parent is gone: a signal to `npm start` ends only the shell between npm and us.
 * Gives nothing; asks once a second, and keeps nothing alive.
 */
export function endWithParent(stop) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(), 1000).unref();
}

/**
 * Runs a program to its end. Its output goes to `log` (a file) and, unless `quiet`, to ours as it comes.
 * `giveUp` looks at the output and ends the program when there is no use in waiting through its retries.
 * Gives `{ code, output, ms, timedOut }`; `output` is the last lines. Never throws for a program that fails.
 */
export function run(command, args, { cwd = ROOT, env = {}, log, quiet = false, timeoutMs, giveUp } = {}) {
  const startedAt = performance.now();
  if (log) mkdirSync(path.dirname(log), { recursive: true });
  const file = log ? createWriteStream(log) : undefined;
  // Where the log can't be written the program can't work either, and says so itself.
  file?.on('error', () => undefined);
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: isWindows,
      // a group of its own, to be ended as a whole
      detached: !isWindows,
    });
    running.add(child);
    let tail = '';
    let timedOut = false;
    let kill;
    const timer = timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          end(child, 'SIGTERM');
          kill = setTimeout(() => end(child, 'SIGKILL'), KILL_AFTER_MS);
        }, timeoutMs)
      : undefined;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        file?.write(chunk);
        if (!quiet) process.stdout.write(chunk);
        tail = (tail + chunk).split('\n').slice(-LAST_LINES).join('\n');
        if (giveUp?.(String(chunk))) end(child, 'SIGTERM');
      });
    }
    const finish = (code, problem = '') => {
      clearTimeout(timer);
      clearTimeout(kill);
      running.delete(child);
      file?.end();
      const late = timedOut ? `\nstopped after ${Math.round(timeoutMs / 1000)} s` : '';
      resolve({ code, output: tail + problem + late, ms: performance.now() - startedAt, timedOut });
    };
    child.on('error', (error) => finish(127, `${command}: ${error.message}`));
    child.on('close', (code, signal) => finish(code ?? (signal ? 1 : 0)));
  });
}

/** Runs a JavaScript program with this Node. */
export const runNode = (args, options) => run(process.execPath, args, options);
