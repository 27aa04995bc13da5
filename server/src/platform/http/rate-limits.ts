import { createHash } from 'node:crypto';
import fastifyRateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppError } from '@yiyun/shared';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { STAFF_COOKIE } from './sessions.js';

/** Calls that somebody might repeat to guess a secret: counted by address, apart from the rest. */
const GUESSABLE = /^\/api\/(public\/(sign-in|staff\/sign-in|case-lookups)|me\/phone|staff\/password)/;

/** A session has its own allowance, so that a hall behind one address is not held up by one terminal. */
function whoseAllowance(request: FastifyRequest): string {
  if (GUESSABLE.test(request.url)) return `guess ${request.ip}`;
  const token = request.headers.authorization ?? request.cookies[STAFF_COOKIE];
  return token ? createHash('sha1').update(token).digest('base64') : request.ip;
}

/** Limits the rate of requests; past it the answer is 429 with Retry-After. */
export async function limitRates(app: NestFastifyApplication, config: Config): Promise<void> {
  await app.register(fastifyRateLimit, {
    global: true,
    timeWindow: 60_000,
    hook: 'preHandler',
    keyGenerator: whoseAllowance,
    max: (request: FastifyRequest) =>
      GUESSABLE.test(request.url) ? config.signInsPerMinute : config.requestsPerMinute,
    allowList: (request: FastifyRequest) => !request.url.startsWith('/api/'),
    errorResponseBuilder: (_request: FastifyRequest, { ttl }: { ttl: number }) =>
      new AppError('request.too_many', { seconds: Math.max(1, Math.ceil(ttl / 1000)) }),
    cache: 50_000,
  });
}
