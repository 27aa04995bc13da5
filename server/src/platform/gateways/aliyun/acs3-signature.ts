import { createHash, createHmac } from 'node:crypto';

export interface Acs3Credentials {
  accessKeyId: string;
  accessKeySecret: string;
}

export interface Acs3Request {
  method: 'GET' | 'POST';
  /** Host with port where it isn't the default one, as the Host header says it. */
  host: string;
  action: string;
  version: string;
  query: Record<string, string>;
  body: string;
  /** The instant of the call; Alibaba Cloud accepts 15 minutes of difference. */
  at: number;
  /** Different for each request. */
  nonce: string;
}

const ALGORITHM = 'ACS3-HMAC-SHA256';

/**
 * The headers of an Alibaba Cloud RPC call, signed by "V3 request structure and signature" (help.aliyun.com).
 * `host` is signed too; HTTP clients set that header themselves.
 */
export function acs3Headers(request: Acs3Request, credentials: Acs3Credentials): Record<string, string> {
  const headers: Record<string, string> = {
    'x-acs-action': request.action,
    'x-acs-content-sha256': sha256(request.body),
    'x-acs-date': new Date(request.at).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    'x-acs-signature-nonce': request.nonce,
    'x-acs-version': request.version,
  };
  const signed: Record<string, string> = { host: request.host, ...headers };
  const names = Object.keys(signed).sort();
  const canonicalRequest = [
    request.method,
    '/',
    acs3Query(request.query),
    names.map((name) => `${name}:${signed[name]?.trim()}\n`).join(''),
    names.join(';'),
    sha256(request.body),
  ].join('\n');
  const signature = createHmac('sha256', credentials.accessKeySecret)
    .update(`${ALGORITHM}\n${sha256(canonicalRequest)}`)
    .digest('hex');
  const scope = `Credential=${credentials.accessKeyId},SignedHeaders=${names.join(';')},Signature=${signature}`;
  return { ...headers, authorization: `${ALGORITHM} ${scope}` };
}

/** The query as it is signed and sent: sorted by name, percent-encoded by RFC 3986. */
export function acs3Query(query: Record<string, string>): string {
  const pairs = Object.entries(query).map(([name, value]) => [encode(name), encode(value)] as const);
  return pairs
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.join('='))
    .join('&');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
