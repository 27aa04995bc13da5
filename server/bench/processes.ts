import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const SERVER_FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..');
const LOADER = join(SERVER_FOLDER, 'src/platform/threads/compile-on-load.mjs');
const START_TIMEOUT_MS = 60_000;

/** A program of ours that listens on a port of this machine. */
export interface Running {
  readonly port: number;
  readonly pid: number;
  /** What it wrote to standard error. */
  readonly complaints: () => string;
  /** Asks it to end, and waits. */
  stop(): Promise<void>;
  /** Kills it without a chance to tidy up, and waits. */
  kill(): Promise<void>;
}

/** What Node is given to run a program, TypeScript or built. */
export const nodeArguments = (file: string): string[] => (file.endsWith('.ts') ? ['--import', LOADER, file] : [file]);

/** Starts a program of the server's folder, TypeScript or built, and waits until it prints the address it listens on. */
export function startListening(
  file: string,
  env: Record<string, string>,
  nodeOptions: string[] = [],
): Promise<Running> {
  const child = spawn(process.execPath, [...nodeOptions, ...nodeArguments(join(SERVER_FOLDER, file))], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    cwd: SERVER_FOLDER,
  });
  let said = '';
  let complained = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complained += chunk.toString();
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${file} did not listen within a minute:\n${said}${complained}`));
    }, START_TIMEOUT_MS);
    void ended.then(() => {
      clearTimeout(late);
      reject(new Error(`${file} ended before it listened:\n${said}${complained}`));
    });
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/[^\s:]+:(\d+)/.exec(said);
      if (!address) return;
      clearTimeout(late);
      resolve({ port: Number(address[1]), pid: child.pid ?? 0, complaints: () => complained, ...endsOf(child, ended) });
    });
  });
}

function endsOf(child: ChildProcess, ended: Promise<void>): Pick<Running, 'stop' | 'kill'> {
  const by = (signal: NodeJS.Signals) => async () => {
    child.kill(signal);
    await ended;
  };
  return { stop: by('SIGTERM'), kill: by('SIGKILL') };
}

/** Runs a program of the server's folder to its end and gives what it printed. Throws when it fails. */
export function runToEnd(file: string, env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, nodeArguments(join(SERVER_FOLDER, file)), {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    cwd: SERVER_FOLDER,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('close', (code) => (code === 0 ? resolve(said) : reject(new Error(`${file} ended with ${code}`))));
  });
}

const TICK_MS = 10;

/** Processor time of a process and all its threads since it began; 0 where the system does not tell (not Linux). */
export function cpuMsOf(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
