import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { StaffTicketView } from '@yiyun/shared';
import { type Running, startListening } from '../bench/processes.js';
import { productionEnv } from '../bench/production-env.js';
import { Database } from '../src/platform/database/database.js';
import { schema } from '../src/schema.js';
import { type FreshDatabase, freshDatabase } from './harness/fresh-database.js';
import { type Counter, fillHall } from './queue-races/crowd.js';

const WINDOWS = 20;

/** What somebody at a window sends, and the answer to it. */
function send(server: Running, { cookie }: Counter, path: string, body?: object): Promise<Response> {
  return fetch(`http://127.0.0.1:${server.port}/api${path}`, {
    method: 'POST',
    headers: {
      cookie,
      'x-terminal': 'console',
      'idempotency-key': randomUUID(),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
}

async function post(server: Running, counter: Counter, path: string, body?: object): Promise<unknown> {
  const answer = await send(server, counter, path, body);
  const json: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${JSON.stringify(json)}`);
  return json;
}

/** Every window calls until nobody is left; gives the numbers that each was told. `onFault` decides about refusals. */
async function callAll(
  servers: readonly Running[],
  counters: readonly Counter[],
  onFault: (error: unknown) => void,
): Promise<string[]> {
  const told: string[] = [];
  const work = async (counter: Counter, i: number): Promise<void> => {
    const server = servers[i % servers.length] as Running;
    for (;;) {
      const { ticket } = (await post(server, counter, `/staff/windows/${counter.windowId}/call-next`)) as {
        ticket: StaffTicketView | null;
      };
      if (!ticket) return;
      told.push(ticket.number);
      await post(server, counter, `/staff/tickets/${ticket.id}/miss`, { version: ticket.version });
    }
  };
  await Promise.all(counters.map((counter, i) => work(counter, i).catch(onFault)));
  return told;
}

/** Each window calls from so many pages at once; gives how often each kind of answer came. */
async function callFromPages(
  servers: readonly Running[],
  counters: readonly Counter[],
  pages: number,
): Promise<Record<string, number>> {
  const answers: Record<string, number> = {};
  const callOnce = async (counter: Counter, page: number): Promise<void> => {
    const server = servers[page % servers.length] as Running;
    const answer = await send(server, counter, `/staff/windows/${counter.windowId}/call-next`);
    const body = (await answer.json()) as { ticket?: StaffTicketView | null; code?: string };
    const kind = answer.ok ? (body.ticket ? 'called' : 'nobody') : `${answer.status} ${body.code}`;
    answers[kind] = (answers[kind] ?? 0) + 1;
  };
  await Promise.all(counters.flatMap((counter) => Array.from({ length: pages }, (_, page) => callOnce(counter, page))));
  return answers;
}

const twice = (numbers: readonly string[]): string[] => numbers.filter((number, i) => numbers.indexOf(number) !== i);

describe(`${WINDOWS} windows call at once`, () => {
  let database: FreshDatabase;
  let folder: string;
  let env: Record<string, string>;
  const started: Running[] = [];
  const start = async (file: string): Promise<Running> => {
    const server = await startListening(file, env);
    started.push(server);
    return server;
  };
  const isSqlite = () => database.url.startsWith('sqlite');

  beforeEach(async () => {
    database = await freshDatabase();
    folder = mkdtempSync(join(tmpdir(), 'yiyun-queue-'));
    env = productionEnv(database.url, folder);
  });
  afterEach(async () => {
    for (const server of started.splice(0)) await server.kill();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('Q1: 1,000 tickets are each called once, by two servers on MariaDB and by one on SQLite', async () => {
    const counters = await fillHall(env, WINDOWS, 1_000);
    const servers = [await start('src/main.ts'), ...(isSqlite() ? [] : [await start('src/main.ts')])];
    const told = await callAll(servers, counters, (error) => {
      throw error;
    });
    expect(twice(told)).toEqual([]);
    expect(told).toHaveLength(1_000);
    const db = await Database.open(database.url, schema);
    const [row] = await db.read.query<{ calls: number; done: number }[]>(
      `SELECT (SELECT COUNT(*) FROM interaction WHERE kind = 'TicketCalled') AS calls,
              (SELECT COUNT(*) FROM ticket WHERE status = 'missed' AND version = 3) AS done`,
    );
    await db.close();
    expect([row?.calls, row?.done].map(Number)).toEqual([1_000, 1_000]);
  }, 400_000);

  /** Windows that have more than one ticket in hand. */
  const overladen = async (): Promise<number> => {
    const db = await Database.open(database.url, schema);
    const windows = await db.read.query<unknown[]>(
      "SELECT windowId FROM ticket WHERE status = 'called' GROUP BY windowId HAVING COUNT(*) > 1",
    );
    await db.close();
    return windows.length;
  };
  const dropWindowKey = async (): Promise<void> => {
    const db = await Database.open(database.url, schema);
    await db.change(`DROP INDEX ticket_in_hand${db.isSqlite ? '' : ' ON ticket'}`);
    await db.close();
  };

  it('Q1: a window that calls from five pages at once has one ticket in hand', async () => {
    const counters = await fillHall(env, WINDOWS, 100);
    const servers = [await start('src/main.ts'), ...(isSqlite() ? [] : [await start('src/main.ts')])];
    expect(await callFromPages(servers, counters, 5)).toEqual({
      called: WINDOWS,
      '409 queue.ticket_in_hand': 4 * WINDOWS,
    });
    expect(await overladen()).toBe(0);
  }, 200_000);

  it('Q1 (negative control): the key alone still holds a window to one in hand; when it is dropped too, nothing does', async () => {
    const counters = await fillHall(env, 8, 100);
    const file = 'test/queue-races/main-with-key-alone.ts';
    const servers = [await start(file), ...(isSqlite() ? [] : [await start(file)])];
    const [keyed, keyless] = [counters.slice(0, 4), counters.slice(4)];
    expect(await callFromPages(servers, keyed, 4)).toMatchObject({ called: keyed.length });
    expect(await overladen()).toBe(0);
    await dropWindowKey();
    await callFromPages(servers, keyless, 4);
    expect(await overladen()).toBeGreaterThan(0);
  }, 200_000);

  it('Q1 (negative control): without the condition on the ticket, two windows are told the same number', async () => {
    const counters = await fillHall(env, WINDOWS, 60);
    const file = 'test/queue-races/main-without-condition.ts';
    const servers = [await start(file), await start(file)];
    const told = await callAll(servers, counters, () => undefined);
    expect(twice(told).length).toBeGreaterThan(0);
  }, 200_000);
});
