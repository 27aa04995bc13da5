import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Monday 2026-11-23, 09:40 in Ningbo: a working day within the loaded calendar. */
const STARTS_AT = Date.parse('2026-11-23T09:40:00+08:00');
const STARTS_WITHIN_MS = 120_000;
const ENDS_WITHIN_MS = 5000;
const CLOCK = pathToFileURL(path.join(__dirname, 'clock.mjs')).href;
const MAIN = path.resolve(__dirname, '../../../server/dist/main.js');

/** A running server with a database of its own. */
export interface TestServer {
  url: string;
  /** How far its clock, and so the phones' clocks, is from the computer's, ms. */
  offsetMs: number;
  /** Lets time pass on the server. */
  advance: (ms: number) => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts the built server on an empty folder with a small demonstration. What it logs is shown. */
export async function startServer(env: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'yiyun-miniapp-'));
  const offsetMs = STARTS_AT - Date.now();
  const child = fork(MAIN, {
    execArgv: ['--import', CLOCK],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      DATA_DIR: dataDir,
      PORT: '0',
      CLOCK_OFFSET_MS: String(offsetMs),
      LOG_LEVEL: 'error',
      REQUESTS_PER_MINUTE: '1000000',
      SIGN_INS_PER_MINUTE: '1000000',
      DEMO_APPOINTMENTS: '40',
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
      await end(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Waits until the server says where it listens; a server that doesn't is shown with all it said. */
async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${why}:\n${said}`));
    const late = setTimeout(() => fail(`the server did not listen within ${STARTS_WITHIN_MS} ms`), STARTS_WITHIN_MS);
    child.once('exit', (code) => fail(`the server ended with ${code} before it listened`));
    child.stdout?.on('data', (text: Buffer) => {
      said += text.toString();
      const listening = /已启动：(http:\/\/\S+)/.exec(said)?.[1];
      if (!listening) return;
      clearTimeout(late);
      resolve(listening);
    });
  });
  const { ok } = await fetch(`${url}/readyz`);
  if (!ok) throw new Error(`the server listens but is not ready:\n${said}`);
  return url;
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
