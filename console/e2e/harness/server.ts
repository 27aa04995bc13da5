import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Monday 2026-11-23, 09:40 in Ningbo: a working day, and less than 60 days before the loaded calendar ends. */
const STARTS_AT = Date.parse('2026-11-23T09:40:00+08:00');
export const TODAY = '2026-11-23';

const MAIN = path.join(import.meta.dirname, '../../../server/dist/main.js');
const MOVE_CLOCK = pathToFileURL(path.join(import.meta.dirname, 'move-clock.mjs')).href;

/** A running server with a database of its own. */
export interface TestServer {
  url: string;
  /** How far its clock, and so the consoles' clock, is from the computer's, ms. */
  offsetMs: number;
  /** Lets time pass on the server. */
  advance: (ms: number) => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts the built server on an empty folder, with the demonstration's halls and accounts and `history` appointments. */
export async function startServer(history = 0, env: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'yiyun-console-'));
  const offsetMs = STARTS_AT - Date.now();
  const child = fork(MAIN, {
    execArgv: ['--import', MOVE_CLOCK],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DATA_DIR: dataDir,
      CLOCK_OFFSET_MS: String(offsetMs),
      LOG_LEVEL: 'error',
      REQUESTS_PER_MINUTE: '1000000',
      SIGN_INS_PER_MINUTE: '1000000',
      DEMO_APPOINTMENTS: String(history),
      ...env,
    },
  });
  const url = await addressOf(child);
  // A story that ends without stopping it must not wait for it.
  child.unref();
  child.channel?.unref();
  return {
    url,
    offsetMs,
    advance: (ms) =>
      new Promise((resolve) => {
        child.once('message', () => resolve());
        child.send(ms);
      }),
    stop: async () => {
      await ended(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The address that the server prints when it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [url] = /http:\/\/[\w.:]+\d/.exec(said) ?? [];
      if (url) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened:\n${said}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
