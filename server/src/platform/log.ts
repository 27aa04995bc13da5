import type { LoggerService } from '@nestjs/common';
import { type Logger, pino } from 'pino';
import type { Config } from './config/config.js';

/** Nest's word on a start that failed; whoever starts it is told by the exception, and says why. */
const TOLD_ELSEWHERE = new Set<unknown>(['ExceptionHandler', 'NestApplication']);

/** Structured lines on standard output. Nothing personal is ever given to it: ids, codes and durations only. */
class PinoLogger implements LoggerService {
  constructor(private readonly pino: Logger) {}
  log(message: unknown, context?: string): void {
    this.pino.info({ context }, String(message));
  }
  error(message: unknown, ...rest: unknown[]): void {
    const context = rest.at(-1);
    if (!TOLD_ELSEWHERE.has(context)) this.pino.error({ context }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.pino.warn({ context }, String(message));
  }
  debug(message: unknown, context?: string): void {
    this.pino.debug({ context }, String(message));
  }
  fatal(message: unknown, context?: string): void {
    this.pino.fatal({ context }, String(message));
  }
}

/** Nest's own start-up chatter is a debug matter; ours is not. */
const QUIET = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication']);

export function loggerFor(level: Config['logLevel']): LoggerService {
  const logger = new PinoLogger(pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }));
  const { log } = logger;
  logger.log = (message, context) => {
    if (context && QUIET.has(context)) logger.debug(message, context);
    else log.call(logger, message, context);
  };
  return logger;
}
