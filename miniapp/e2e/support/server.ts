import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Monday 2026-11-23, 09:40 in Ningbo: a working day within the loaded calendar. */
const STARTS_AT = Date.parse('2026-11-23T09:40:00+08:00');
const ENDS_WITHIN_MS = 5000;

/** A running server with a database of its own. */
export interface TestServer {
  url: string;
  /** How far its clock, and so the phones' clocks, is from the computer's, ms. */
  offsetMs: number;
  /** Lets time pass on the server. */
  advance: (ms: number) => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts the built server on an empty folder with the demonstration's accounts and halls. What it logs is shown. */
export async function startServer(env: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'yiyun-miniapp-'));
  const offsetMs = STARTS_AT - Date.now();
  const child = fork(path.join(__dirname, 'serve.mjs'), {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      DATA_DIR: dataDir,
      CLOCK_OFFSET_MS: String(offsetMs),
      LOG_LEVEL: 'error',
      REQUESTS_PER_MINUTE: '1000000',
      SIGN_INS_PER_MINUTE: '1000000',
      DEMO_APPOINTMENTS: '0',
      ...env,
    },
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(message as string));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened`)));
  });
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
      await end(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Asks it to end; a server that doesn't is killed. */
function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const killing = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS);
    child.once('exit', () => {
      clearTimeout(killing);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
