import type { Transport, Wire } from '@yiyun/shared';
import { learnTime, now } from '../lib/clock';
import { asFailure, failureFrom, NoAnswer } from './errors';

export interface TransportOptions {
  baseUrl?: string;
  timeoutMs?: number;
  fetch?: typeof globalThis.fetch;
}

function urlOf(base: string, { path, query }: Wire): string {
  const search = new URLSearchParams(query).toString();
  return `${base}${path}${search && `?${search}`}`;
}

/** `x-terminal` also proves that it is our page that asks: another site's page can't set it. */
function payloadOf({ body, idempotencyKey }: Wire): { headers: Record<string, string>; body?: BodyInit } {
  const headers: Record<string, string> = { accept: 'application/json', 'x-terminal': 'console' };
  if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
  if (body === undefined) return { headers };
  if (body instanceof FormData) return { headers, body };
  return { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new NoAnswer('unreadable', response.status, response.headers.get('x-request-id') ?? undefined);
  }
}

/**
 * A sender over fetch with the session cookie. An object goes as JSON, a form with a file as it is. Gives the answer's
 * JSON (undefined for none); throws only a Failure.
 */
export function createTransport({
  baseUrl = '/api',
  timeoutMs = 15_000,
  fetch: ask,
}: TransportOptions = {}): Transport {
  return async (wire) => {
    const sentAt = now();
    const stopper = new AbortController();
    const timer = setTimeout(() => stopper.abort(), timeoutMs);
    try {
      const init = {
        method: wire.method,
        credentials: 'same-origin',
        signal: stopper.signal,
        ...payloadOf(wire),
      } as const;
      const response = await (ask ?? fetch)(urlOf(baseUrl, wire), init);
      learnTime(response.headers.get('date'), sentAt);
      const body = await readBody(response);
      if (!response.ok) throw failureFrom(response.status, body, response.headers.get('x-request-id') ?? undefined);
      return body;
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.code !== 'console_fault') throw failure;
      throw new NoAnswer(stopper.signal.aborted ? 'timeout' : 'network');
    } finally {
      clearTimeout(timer);
    }
  };
}
