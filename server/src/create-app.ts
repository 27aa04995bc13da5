import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Clock } from './platform/clock.js';
import type { Config } from './platform/config/config.js';
import { measureRequests } from './platform/http/metrics.js';
import { limitRates } from './platform/http/rate-limits.js';
import { sendSecurityHeaders } from './platform/http/security-headers.js';
import { sendServerTime } from './platform/http/server-time.js';
import { loggerFor } from './platform/log.js';
import { serveWeb } from './platform/web/serve-web.js';

const MAX_VOICE_BYTES = 2 * 1024 * 1024;

/** Builds the application, ready to listen or to be injected into; shared by main, the tests and the benchmark. */
export async function createApp(config: Config, clock?: Clock): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: config.trustProxy === 'yes',
    bodyLimit: 256 * 1024,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 100 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config, clock), adapter, {
    logger: loggerFor(config.logLevel),
    abortOnError: false,
  });
  sendSecurityHeaders(app, config.mode === 'production');
  sendServerTime(app);
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, { limits: { fileSize: MAX_VOICE_BYTES, files: 1, fields: 5 } });
  await limitRates(app, config);
  measureRequests(app);
  await serveWeb(app);
  return app;
}
