import { ApiError, errorFrom, localError } from './errors';

/** One request as it goes over the wire. */
export interface Wire {
  method: string;
  path: string;
  query?: Record<string, string>;
  /** An object goes as JSON; a Blob goes as it is, with its own type. */
  body?: object;
  /** Writes carry one; the same key again gives the same answer. */
  idempotencyKey?: string;
}

export interface TransportOptions {
  baseUrl?: string;
  timeoutMs?: number;
  fetch?: typeof globalThis.fetch;
}

function urlOf(base: string, { path, query }: Wire): string {
  const search = new URLSearchParams(query).toString();
  return `${base}${path}${search && `?${search}`}`;
}

function payloadOf({ body, idempotencyKey }: Wire): { headers: Record<string, string>; body?: BodyInit } {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
  if (body === undefined) return { headers };
  if (body instanceof Blob) return { headers, body };
  return { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw localError('unreadable', response.status, response.headers.get('x-request-id') ?? undefined);
  }
}

/** A sender over fetch with the session cookie. Gives the answer's JSON (undefined for none); throws only ApiError. */
export function createTransport({ baseUrl = '/api', timeoutMs = 15_000, fetch: send }: TransportOptions = {}) {
  return async (wire: Wire): Promise<unknown> => {
    const stopper = new AbortController();
    const timer = setTimeout(() => stopper.abort(), timeoutMs);
    try {
      const init = {
        method: wire.method,
        credentials: 'same-origin',
        signal: stopper.signal,
        ...payloadOf(wire),
      } as const;
      const response = await (send ?? fetch)(urlOf(baseUrl, wire), init);
      const body = await readBody(response);
      if (!response.ok) throw errorFrom(response.status, body, response.headers.get('x-request-id') ?? undefined);
      return body;
    } catch (thrown) {
      if (thrown instanceof ApiError) throw thrown;
      throw localError(stopper.signal.aborted ? 'timeout' : 'network');
    } finally {
      clearTimeout(timer);
    }
  };
}

/** The console's sender. */
export const send = createTransport();
