import Taro from '@tarojs/taro';
import { learnTime, now } from '@/lib/clock';
import { useSession } from '@/state/session';

const TIMEOUT_MS = 15_000;

/** Recorded with every step, so that a service record says where it was done. */
export const TERMINAL = process.env.TARO_ENV === 'weapp' ? 'weapp' : 'h5';

/** The request did not reach the server, or its answer did not come back: try again with the same idempotency key. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

export interface HttpRequest {
  method: string;
  /** Begins with '/', relative to API_BASE. */
  path: string;
  query?: object;
  body?: object;
  headers?: Record<string, string>;
}

/** Any answer of the server, refusals included. */
export interface HttpReply {
  status: number;
  body: unknown;
}

/** One request with the session's token. Throws NetworkError only; a refusal is a reply. */
export async function sendHttp({ method, path, query, body, headers }: HttpRequest): Promise<HttpReply> {
  const sentAt = now();
  try {
    const { statusCode, data, header } = await Taro.request<unknown>({
      url: API_BASE + path + queryString(query),
      method: method as 'GET',
      data: body,
      timeout: TIMEOUT_MS,
      header: { ...(body && { 'content-type': 'application/json' }), ...authorization(), ...headers },
    });
    learnTime(headerOf(header, 'date'), sentAt);
    return { status: statusCode, body: data };
  } catch (cause) {
    throw new NetworkError(causeText(cause));
  }
}

/** WeChat and browsers differ in how they write a header's name. */
function headerOf(headers: Record<string, unknown> | undefined, name: string): string | undefined {
  const found = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name);
  return found && String(found[1]);
}

export function authorization(): Record<string, string> {
  const { token } = useSession.getState();
  return token ? { authorization: `Bearer ${token}` } : {};
}

/** '?a=1&b=2' in the order of the keys, without what is undefined or empty; '' for nothing. */
export function queryString(query: object = {}): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** WeChat rejects with `{ errMsg }`, a browser with an Error. */
export function causeText(cause: unknown): string {
  if (cause instanceof Error) return cause.message;
  const { errMsg } = (cause ?? {}) as { errMsg?: string };
  return errMsg ?? String(cause);
}
