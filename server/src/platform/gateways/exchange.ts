import { GatewayError, type GatewayName } from './gateway-error.js';

const MAX_REPLY_BYTES = 1024 * 1024;

export interface ExchangeRequest {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  timeoutMs: number;
}

export interface JsonReply {
  status: number;
  body: Record<string, unknown>;
}

/**
 * One HTTP call whose answer is a JSON object, whatever content type it claims (WeChat says text/plain).
 * Time-out covers the whole reply. Redirects are not followed: a provider's API has none, and headers carry secrets.
 * @throws GatewayError `unavailable` on time-out, network fault, 5xx, or a reply that is too long or no JSON object;
 *   `limited` on 429 with its Retry-After. Every other status is the adapter's to judge.
 */
export async function exchangeJson(gateway: GatewayName, url: URL, request: ExchangeRequest): Promise<JsonReply> {
  const { timeoutMs, ...init } = request;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal });
    const text = await readCapped(gateway, response);
    if (response.status >= 500) throw unavailable(gateway, `http_${response.status}`);
    if (response.status === 429) {
      throw new GatewayError(gateway, 'limited', { providerCode: 'http_429', retryAfterMs: retryAfterMs(response) });
    }
    return { status: response.status, body: parseObject(gateway, text) };
  } catch (error) {
    if (error instanceof GatewayError) throw error;
    throw unavailable(gateway, signal.aborted ? 'timeout' : 'network', error);
  }
}

function unavailable(gateway: GatewayName, providerCode: string, cause?: unknown): GatewayError {
  return new GatewayError(gateway, 'unavailable', { providerCode, cause });
}

async function readCapped(gateway: GatewayName, response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_REPLY_BYTES) throw unavailable(gateway, 'malformed');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseObject(gateway: GatewayName, text: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw unavailable(gateway, 'malformed', error);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw unavailable(gateway, 'malformed');
  return parsed as Record<string, unknown>;
}

/** Only the form in seconds; providers don't send dates. */
function retryAfterMs(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
