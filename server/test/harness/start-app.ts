import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type AppContract, AppError, type Client, contract, createClient, type Wire } from '@yiyun/shared';
import { createApp } from '../../src/create-app.js';
import { readConfig } from '../../src/platform/config/config.js';
import { Database } from '../../src/platform/database/database.js';
import { OutboxWorker } from '../../src/platform/events/outbox.js';
import { judgeAnswer } from './answer-judge.js';
import { FakeClock } from './fake-clock.js';
import { freshDatabase } from './fresh-database.js';

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly clock: FakeClock;
  readonly db: Database;
  /** A typed client that sends these headers with every request. */
  client(headers?: Record<string, string>): Client<AppContract>;
  /** One raw request, for what the typed client can't say. Like every answer, its own is held against the contract. */
  send(
    wire: Wire,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown; headers: Record<string, unknown> }>;
  /** Delivers every waiting event, and those that their handlers cause. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** The whole server in this process on a database of its own, driven through HTTP without a port. */
export async function startApp(env: Record<string, string> = {}): Promise<TestApp> {
  const database = await freshDatabase();
  const clock = new FakeClock();
  const dataDir = mkdtempSync(join(tmpdir(), 'yiyun-files-'));
  const config = readConfig({
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    REQUESTS_PER_MINUTE: '1000000',
    SIGN_INS_PER_MINUTE: '1000000',
    DEMO_APPOINTMENTS: '0',
    ...env,
  });
  const app = await createApp(config, clock);
  await app.init();
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.ready();
  const worker = app.get(OutboxWorker);

  const send: TestApp['send'] = async ({ method, path, query, body, idempotencyKey }, headers = {}) => {
    const answer = await fastify.inject({
      method: method as 'GET',
      url: `/api${path}${query ? `?${new URLSearchParams(query).toString()}` : ''}`,
      headers: { 'x-terminal': 'h5', ...(idempotencyKey && { 'idempotency-key': idempotencyKey }), ...headers },
      ...(body && { payload: body }),
    });
    const isJson = answer.headers['content-type']?.toString().startsWith('application/json');
    const json: unknown = isJson ? answer.json() : undefined;
    if (isJson) judgeAnswer(method, path, answer.statusCode, json);
    return { status: answer.statusCode, body: isJson ? json : answer.rawPayload, headers: answer.headers };
  };
  return {
    app,
    clock,
    db: app.get(Database),
    send,
    client: (headers) =>
      createClient(
        contract,
        async (wire) => {
          const { status, body } = await send(wire, headers);
          if (status >= 400) throw refusal(wire, body, status);
          return body;
        },
        () => randomUUID(),
      ),
    settle: async () => {
      while ((await worker.turn()) > 0);
    },
    close: async () => {
      await app.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const faults = new Set(['server.fault']);
function refusal(wire: Wire, body: unknown, status: number): AppError {
  const error = AppError.fromBody(body, status);
  if (faults.has(error.code)) throw new Error(`${wire.method} ${wire.path} failed: ${JSON.stringify(body)}`);
  return error;
}
