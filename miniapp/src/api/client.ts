import { AppError, contract, createClient, type Wire } from '@yiyun/shared';
import { useSession } from '@/state/session';
import { sendHttp, TERMINAL } from './http';
import { idempotencyKey } from './idempotency';

/** Throws AppError for a refusal and NetworkError when the request got lost. A session that ended is left at once. */
async function send({ method, path, query, body, idempotencyKey: key }: Wire): Promise<unknown> {
  const headers = { 'x-terminal': TERMINAL, ...(key && { 'idempotency-key': key }) };
  const reply = await sendHttp({ method, path, query, body: method === 'GET' ? undefined : (body ?? {}), headers });
  if (reply.status < 400) return reply.body;
  const refusal = AppError.fromBody(reply.body, reply.status);
  if (refusal.code === 'auth.required') useSession.getState().expire();
  throw refusal;
}

/** `api.appointments.book({ body })` for every route of the contract. */
export const api = createClient(contract, send, idempotencyKey);
