import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { AppError, type ErrorBody } from '@yiyun/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isAway, isDiskFull, isRetryable } from '../database/database-errors.js';

/** What a client gets for an error; expected refusals keep their code, everything else is a fault with no detail. */
export function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error as AppError;
  if (isAway(error) || isDiskFull(error)) return retryLater('server.unavailable', 5);
  if (isRetryable(error)) return retryLater('server.busy', 2);
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  if (status === 404) return new AppError('request.not_found');
  if (status === 413) return new AppError('request.too_large');
  if (status === 429) return new AppError('request.too_many', { seconds: 60 });
  if (status !== undefined && status >= 400 && status < 500) return new AppError('request.invalid');
  return new AppError('server.fault');
}

function retryLater(code: 'server.unavailable' | 'server.busy', seconds: number): AppError {
  const refusal = new AppError(code);
  refusal.retryAfterSeconds = seconds;
  return refusal;
}

/** Answers every error in the one form of the contract. A database that is away is said once a minute, not per request. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly log = new Logger('request');
  private saidAwayAt = 0;

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const refusal = refusalOf(error);
    if (refusal.code === 'server.fault') this.log.error(`${request.id} ${(error as Error)?.stack ?? String(error)}`);
    if (refusal.code === 'server.unavailable' && refusal !== error) this.sayAway(error);
    const body: ErrorBody = {
      code: refusal.code,
      message: refusal.message,
      ...(refusal.fields && { fields: refusal.fields }),
      requestId: request.id,
    };
    const reply = http.getResponse<FastifyReply>();
    if (refusal.retryAfterSeconds !== undefined) void reply.header('retry-after', String(refusal.retryAfterSeconds));
    void reply.status(refusal.status).header('cache-control', 'no-store').send(body);
  }

  private sayAway(error: unknown): void {
    const now = performance.now();
    if (this.saidAwayAt !== 0 && now - this.saidAwayAt < 60_000) return;
    this.saidAwayAt = now;
    this.log.error(`the database can't be used: ${(error as Error).message}`);
  }
}
