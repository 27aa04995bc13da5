import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Database } from '../database/database.js';
import { LiveFeed } from '../events/live-feed.js';

/** Durations of requests by route and status, and the state of database, outbox and live feed, for Prometheus. */
export function measureRequests(app: NestFastifyApplication): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'yiyun_request_seconds',
    help: 'Duration of requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const db = app.get(Database);
  const feed = app.get(LiveFeed);
  new Gauge({
    name: 'yiyun_transaction_retries',
    help: 'Transactions tried again since the start',
    registers: [registry],
    collect() {
      this.set(db.retries);
    },
  });
  new Gauge({
    name: 'yiyun_live_listeners',
    help: 'Consoles listening for live events',
    registers: [registry],
    collect() {
      this.set(feed.listenerCount);
    },
  });
  new Gauge({
    name: 'yiyun_outbox_waiting',
    help: 'Events not yet delivered',
    registers: [registry],
    async collect() {
      const [row] = await db.read.query<{ n: string | number }[]>('SELECT COUNT(*) AS n FROM outbox WHERE doneAt = 0');
      this.set(Number(row?.n ?? 0));
    },
  });

  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.contractRoute?.path;
    if (route) duration.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
  fastify.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  fastify.get('/healthz', async () => ({ status: 'ok' }));
  fastify.get('/readyz', async (_request, reply) => {
    try {
      await db.read.query('SELECT 1');
      return { status: 'ready' };
    } catch {
      return reply.status(503).send({ status: 'database unavailable' });
    }
  });
}
