import { randomUUID } from 'node:crypto';
import { exchangeJson, type JsonReply } from '../exchange.js';
import type { GatewayName } from '../gateway-error.js';
import { type Acs3Credentials, acs3Headers, acs3Query } from './acs3-signature.js';

export interface AliyunEndpoint extends Acs3Credentials {
  /** For example `https://dysmsapi.aliyuncs.com`. */
  baseUrl: string;
  now: () => number;
  timeoutMs?: number;
}

/** One signed RPC call (POST, parameters in the query). The reply's `Code` is the adapter's to judge. */
export function callAliyun(
  gateway: GatewayName,
  endpoint: AliyunEndpoint,
  api: { action: string; version: string },
  query: Record<string, string>,
): Promise<JsonReply> {
  const url = new URL('/', endpoint.baseUrl);
  url.search = acs3Query(query);
  const call = { method: 'POST', host: url.host, ...api, query, body: '' } as const;
  const headers = acs3Headers({ ...call, at: endpoint.now(), nonce: randomUUID() }, endpoint);
  return exchangeJson(gateway, url, { method: 'POST', headers, timeoutMs: endpoint.timeoutMs ?? 5_000 });
}
