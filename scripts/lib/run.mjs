import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './project.mjs';

const LAST_LINES = 60;
const KILL_AFTER_MS = 5000;
const running = new Set();

/** Seconds since an instant of `performance.now()`, as '3.2'. */
export const secondsSince = (startedAt) => ((performance.now() - startedAt) / 1000).toFixed(1);

/** A child must not outlive us, whatever ends us. */
function endChildren(signal) {
  for (const child of running) child.kill(signal);
}
process.on('exit', () => endChildren('SIGKILL'));
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(code);
  });
}

/**
 * Runs a program to its end. Its output goes to `log` (a file) and, unless `quiet`, to ours as it comes.
 * Gives `{ code, output, ms, timedOut }`; `output` is the last lines. Never throws for a program that fails.
 */
export function run(command, args, { cwd = ROOT, env = {}, log, quiet = false, timeoutMs, echo } = {}) {
  const startedAt = performance.now();
  if (log) mkdirSync(path.dirname(log), { recursive: true });
  const file = log ? createWriteStream(log) : undefined;
  if (echo) process.stdout.write(`$ ${echo}\n`);
  return new Promise((resolve) => {
    const shell = process.platform === 'win32';
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell,
    });
    running.add(child);
    let tail = '';
    let timedOut = false;
    let kill;
    const timer = timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          child.kill('SIGTERM');
          kill = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
        }, timeoutMs)
      : undefined;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        file?.write(chunk);
        if (!quiet) process.stdout.write(chunk);
        tail = (tail + chunk).split('\n').slice(-LAST_LINES).join('\n');
      });
    }
    const end = (code, problem = '') => {
      clearTimeout(timer);
      clearTimeout(kill);
      running.delete(child);
      file?.end();
      const late = timedOut ? `\nstopped after ${Math.round(timeoutMs / 1000)} s` : '';
      resolve({ code, output: tail + problem + late, ms: performance.now() - startedAt, timedOut });
    };
    child.on('error', (error) => end(127, `${command}: ${error.message}`));
    child.on('close', (code, signal) => end(code ?? (signal ? 1 : 0)));
  });
}

/** Runs a JavaScript program with this Node. */
export const runNode = (args, options) => run(process.execPath, args, options);

/** True when a program's output says that the disk is full. */
export const saysDiskFull = (output) => /ENOSPC|no space left on device|disk is full/i.test(output);
