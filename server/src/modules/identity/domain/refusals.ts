import { AppError } from '@yiyun/shared';
import type { GatewayError } from '../../../platform/gateways/index.js';

/** Whole minutes and seconds as a person is told them: at least 1, rounded up. */
export const minutesUntil = (until: number, now: number) => ({
  minutes: Math.max(1, Math.ceil((until - now) / 60_000)),
});
export const secondsUntil = (until: number, now: number) => ({ seconds: Math.max(1, Math.ceil((until - now) / 1000)) });

/** An outside service is out of order; nobody's input is at fault. */
export function unavailable(error: GatewayError): AppError<'server.unavailable'> {
  const refusal = new AppError('server.unavailable');
  refusal.retryAfterSeconds = Math.ceil((error.retryAfterMs ?? 5_000) / 1000);
  return refusal;
}
