import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Monday 2026-11-23, 09:40 in Ningbo: a working day, and less than 60 days before the loaded calendar ends. */
const STARTS_AT = Date.parse('2026-11-23T09:40:00+08:00');
export const TODAY = '2026-11-23';

/** A running server with a database of its own. */
export interface TestServer {
  url: string;
  /** How far its clock, and so the consoles' clock, is from the computer's, ms. */
  offsetMs: number;
  stop: () => Promise<void>;
}

/** Starts the built server on an empty folder with the demonstration's accounts and halls. */
export async function startServer(env: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'yiyun-console-'));
  const offsetMs = STARTS_AT - Date.now();
  const child = fork(path.join(import.meta.dirname, 'serve.mjs'), {
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
  return {
    url,
    offsetMs,
    stop: async () => {
      await end(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
