import path from 'node:path';
import type { TestServer } from '../support/server';
import { voice } from '../support/voice';
import { type LaunchOptions, launch, type Weapp } from '../weapp-host';

export const DIST = path.resolve(__dirname, '../../dist/weapp');
/** Where the build looks for its server: see config/index.ts. */
const BUILT_FOR = new URL(process.env.API_BASE ?? 'http://127.0.0.1:3000/api').origin;

/** Opens the compiled mini-program on a phone that reaches this server and has its clock. */
export const openApp = (server: TestServer, options: Partial<LaunchOptions> = {}): Promise<Weapp> =>
  launch({
    dist: DIST,
    resolve: { [BUILT_FOR]: server.url },
    voice: voice(),
    clockOffsetMs: server.offsetMs,
    ...options,
  });

const PULLS = 20;

/** Pulls the page down to refresh it until something is there: what the office does arrives a moment later. */
export async function pullUntil(app: Weapp, selector: string): Promise<void> {
  for (let pull = 1; pull < PULLS && !(await app.exists(selector)); pull += 1) {
    await app.pull();
    await app.waitFor(async () => !(await app.screen()).pulling, 'the page to be fetched again');
  }
  await app.expectSeen(selector);
}
