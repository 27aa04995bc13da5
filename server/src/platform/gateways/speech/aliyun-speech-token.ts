import { type AliyunEndpoint, callAliyun } from '../aliyun/call-aliyun.js';
import { GatewayError } from '../gateway-error.js';
import { TokenCache } from '../token-cache.js';

const API = { action: 'CreateToken', version: '2019-02-28' };

/**
 * The token of Alibaba Cloud's speech service, about a day long, kept for all callers and renewed before it ends.
 * `endpoint.baseUrl` is for example `https://nls-meta.cn-shanghai.aliyuncs.com`.
 */
export function aliyunSpeechTokens(endpoint: AliyunEndpoint): TokenCache {
  return new TokenCache(async () => {
    const { body } = await callAliyun('speech', endpoint, API, {});
    const token = (body.Token ?? {}) as { Id?: unknown; ExpireTime?: unknown };
    const expiresInMs = Number(token.ExpireTime) * 1000 - endpoint.now();
    if (typeof token.Id !== 'string' || !(expiresInMs > 0)) {
      throw new GatewayError('speech', 'unavailable', { providerCode: String(body.Code ?? 'malformed') });
    }
    return { value: token.Id, expiresInMs };
  }, endpoint.now);
}
