import { randomBytes } from 'node:crypto';
import { type LoopbackReply, type LoopbackRequest, LoopbackServer } from '../loopback-server.js';
import { templateDataProblem } from './template-data.js';

export interface FakeWechatOptions {
  appId: string;
  appSecret: string;
  now: () => number;
  tokenLifetimeMs?: number;
  /** Called with each accepted message, so that a demo can show what a phone would have received. */
  onMessage?: (message: FakeWechatMessage) => void;
}

export interface FakeWechatMessage {
  sentAt: number;
  openid: string;
  templateId: string;
  page: string;
  data: Record<string, string>;
}

const RENEWAL_WINDOW_MS = 5 * 60_000;
const FORCE_INTERVAL_MS = 30_000;

/**
 * A small HTTP server that answers as api.weixin.qq.com documents, for demos and tests: the real adapter runs against
 * it. The code `demo-<name>` always means the openid `demo-openid-<name>`; `issueCode` gives codes for single use.
 */
export class FakeWechatServer {
  readonly sent: FakeWechatMessage[] = [];
  readonly #http = new LoopbackServer((request) => this.#answer(request));
  readonly #codes = new Map<string, string | undefined>();
  readonly #refusing = new Set<string>();
  readonly #tokens = new Map<string, { expiresAt: number }>();
  #current?: { value: string; expiresAt: number };
  #forcedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: FakeWechatOptions) {}

  /** Listens on 127.0.0.1 and returns the base URL for `HttpWechatGateway`. */
  start(): Promise<string> {
    return this.#http.start();
  }

  stop(): Promise<void> {
    return this.#http.stop();
  }

  /** A code that works once, as those of `wx.login` do. */
  issueCode(name: string): string {
    const code = randomBytes(16).toString('hex');
    this.#codes.set(code, name);
    return code;
  }

  /** From now on this person accepts no subscribe messages (43101). */
  refuse(openid: string): void {
    this.#refusing.add(openid);
  }

  /** All access tokens stop working at once (40001); the next one asked for is new. */
  revokeTokens(): void {
    this.#tokens.clear();
    this.#current = undefined;
  }

  /** The current token stops working although it is still handed out, until a forced refresh. */
  spoilToken(): void {
    if (this.#current) this.#tokens.delete(this.#current.value);
  }

  failNext(path: string, reply: LoopbackReply, times?: number): void {
    this.#http.failNext(path, reply, times);
  }

  count(path: string): number {
    return this.#http.count(path);
  }

  get requests(): readonly LoopbackRequest[] {
    return this.#http.requests;
  }

  #answer(request: LoopbackRequest): LoopbackReply {
    if (request.path === '/sns/jscode2session' && request.method === 'GET') return this.#code2Session(request.query);
    if (request.method !== 'POST') return refusal(43002, 'require POST method');
    if (request.path === '/cgi-bin/stable_token') return this.#issueToken(parse(request.body));
    if (request.path === '/cgi-bin/message/subscribe/send') {
      return this.#send(request.query.get('access_token') ?? '', parse(request.body));
    }
    return { status: 404, body: 'not found' };
  }

  #credentialProblem(appid: unknown, secret: unknown): LoopbackReply | undefined {
    if (appid !== this.options.appId) return refusal(40013, 'invalid appid');
    if (secret !== this.options.appSecret) return refusal(40125, 'invalid appsecret');
    return undefined;
  }

  #code2Session(query: URLSearchParams): LoopbackReply {
    const problem = this.#credentialProblem(query.get('appid'), query.get('secret'));
    if (problem) return problem;
    const code = query.get('js_code') ?? '';
    let name = /^demo-([\w-]{1,40})$/.exec(code)?.[1];
    if (this.#codes.has(code)) {
      name = this.#codes.get(code);
      this.#codes.set(code, undefined);
      if (name === undefined) return refusal(40163, 'code been used');
    }
    if (name === undefined) return refusal(40029, 'invalid code');
    return { body: { openid: `demo-openid-${name}`, session_key: randomBytes(16).toString('base64') } };
  }

  #issueToken(body: Record<string, unknown>): LoopbackReply {
    const problem = this.#credentialProblem(body.appid, body.secret);
    if (problem) return problem;
    const now = this.options.now();
    const force = body.force_refresh === true && now - this.#forcedAt >= FORCE_INTERVAL_MS;
    if (!this.#current || force || this.#current.expiresAt - now <= RENEWAL_WINDOW_MS) {
      if (force) this.#tokens.clear();
      if (force) this.#forcedAt = now;
      const lifetimeMs = this.options.tokenLifetimeMs ?? 7_200_000;
      this.#current = { value: randomBytes(32).toString('hex'), expiresAt: now + lifetimeMs };
      this.#tokens.set(this.#current.value, this.#current);
    }
    const seconds = Math.floor((this.#current.expiresAt - now) / 1000);
    return { body: { access_token: this.#current.value, expires_in: seconds } };
  }

  #send(token: string, body: Record<string, unknown>): LoopbackReply {
    const known = this.#tokens.get(token);
    if (!known) return refusal(40001, 'invalid credential, access_token is invalid or not latest');
    if (this.options.now() >= known.expiresAt) return refusal(42001, 'access_token expired');
    const { touser: openid, template_id: templateId, page, data } = body;
    if (typeof openid !== 'string' || !openid.startsWith('demo-openid-')) return refusal(40003, 'invalid openid');
    if (typeof templateId !== 'string' || templateId === '') return refusal(40037, 'invalid template_id');
    if (this.#refusing.has(openid)) return refusal(43101, 'user refuse to accept the msg');
    const fields = data as Record<string, { value: string }>;
    const problem = templateDataProblem(fields);
    if (problem) return refusal(47003, `argument invalid! ${problem}`);
    const values = Object.fromEntries(Object.entries(fields).map(([field, { value }]) => [field, value]));
    const message = { sentAt: this.options.now(), openid, templateId, page: String(page ?? ''), data: values };
    this.sent.push(message);
    if (this.sent.length > 500) this.sent.shift();
    this.options.onMessage?.(message);
    return { body: { errcode: 0, errmsg: 'ok' } };
  }
}

function refusal(errcode: number, errmsg: string): LoopbackReply {
  return { body: { errcode, errmsg: `${errmsg}, rid: ${randomBytes(8).toString('hex')}` } };
}

function parse(body: Buffer): Record<string, unknown> {
  return JSON.parse(body.toString('utf8')) as Record<string, unknown>;
}
