import { setTimeout as sleep } from 'node:timers/promises';
import { exchangeJson } from '../exchange.js';
import { GatewayError } from '../gateway-error.js';
import { type IssuedToken, TokenCache } from '../token-cache.js';
import { BUSY, TOKEN_REFUSED, wechatError } from './wechat-errors.js';
import { type SubscribeMessage, WechatGateway, type WechatIdentity } from './wechat-gateway.js';

export interface HttpWechatOptions {
  /** `https://api.weixin.qq.com`, or the address of a `FakeWechatServer`. */
  baseUrl: string;
  appId: string;
  appSecret: string;
  now: () => number;
  /** Which build of the mini-program a message opens; `formal` unless told. */
  miniprogramState?: 'developer' | 'trial' | 'formal';
  timeoutMs?: number;
  /** Pause before a second and a third try when the platform says it is busy. */
  busyDelayMs?: number;
}

type Reply = Record<string, unknown>;

const BUSY_TRIES = 3;

/**
 * WeChat's server API as documented at developers.weixin.qq.com: jscode2session, stable_token, message/subscribe/send.
 * A call is repeated only where WeChat said it did nothing (busy, token refused), never after a time-out.
 */
export class HttpWechatGateway extends WechatGateway {
  readonly #tokens: TokenCache;

  constructor(private readonly options: HttpWechatOptions) {
    super();
    this.#tokens = new TokenCache((force) => this.#issueToken(force), options.now);
  }

  override async code2Session(code: string): Promise<WechatIdentity> {
    const reply = await this.#call('/sns/jscode2session', {
      appid: this.options.appId,
      secret: this.options.appSecret,
      js_code: code,
      grant_type: 'authorization_code',
    });
    const openid = requireText(reply.openid);
    return typeof reply.unionid === 'string' && reply.unionid !== '' ? { openid, unionid: reply.unionid } : { openid };
  }

  override async sendSubscribeMessage(message: SubscribeMessage): Promise<void> {
    const body = {
      touser: message.openid,
      template_id: message.templateId,
      page: message.page,
      miniprogram_state: this.options.miniprogramState ?? 'formal',
      lang: 'zh_CN',
      data: Object.fromEntries(Object.entries(message.data).map(([field, value]) => [field, { value }])),
    };
    const send = (token: string) => this.#call('/cgi-bin/message/subscribe/send', { access_token: token }, body);
    const token = await this.#tokens.get();
    try {
      await send(token);
    } catch (error) {
      if (!(error instanceof GatewayError && TOKEN_REFUSED.has(Number(error.providerCode)))) throw error;
      await send(await this.#tokens.replace(token));
    }
  }

  async #issueToken(force: boolean): Promise<IssuedToken> {
    const { appId: appid, appSecret: secret } = this.options;
    const body = { grant_type: 'client_credential', appid, secret, force_refresh: force };
    const reply = await this.#call('/cgi-bin/stable_token', {}, body);
    const seconds = Number(reply.expires_in);
    if (!(seconds > 0)) throw malformed();
    return { value: requireText(reply.access_token), expiresInMs: seconds * 1000 };
  }

  async #call(path: string, query: Record<string, string>, body?: object): Promise<Reply> {
    const url = new URL(path, this.options.baseUrl);
    url.search = new URLSearchParams(query).toString();
    for (let tries = 1; ; tries++) {
      const { body: reply } = await exchangeJson('wechat', url, {
        ...(body && { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
        timeoutMs: this.options.timeoutMs ?? 5_000,
      });
      const errcode = Number(reply.errcode ?? 0);
      if (errcode === 0) return reply;
      if (errcode !== BUSY || tries === BUSY_TRIES) throw wechatError(errcode);
      await sleep((this.options.busyDelayMs ?? 200) * tries);
    }
  }
}

function requireText(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw malformed();
  return value;
}

function malformed(): GatewayError {
  return new GatewayError('wechat', 'unavailable', { providerCode: 'malformed' });
}
