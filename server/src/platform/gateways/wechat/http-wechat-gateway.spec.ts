import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { GatewayError } from '../gateway-error.js';
import { FakeWechatServer } from './fake-wechat-server.js';
import { HttpWechatGateway } from './http-wechat-gateway.js';

const SESSION = '/sns/jscode2session';
const TOKEN = '/cgi-bin/stable_token';
const SEND = '/cgi-bin/message/subscribe/send';
const START = Date.UTC(2026, 2, 2, 1, 0, 0);

let time: number;
let wechat: FakeWechatServer;
let gateway: HttpWechatGateway;

const message = {
  openid: 'demo-openid-lin',
  templateId: 'tpl-appointment',
  page: 'packages/appointments/detail?id=1',
  data: { thing1: '一般纳税人登记', time2: '2026年3月4日 09:30' },
};

beforeEach(async () => {
  time = START;
  const now = () => time;
  wechat = new FakeWechatServer({ appId: 'wx-app', appSecret: 'wx-secret', now });
  const baseUrl = await wechat.start();
  const options = { baseUrl, appId: 'wx-app', appSecret: 'wx-secret', now, timeoutMs: 1_500, busyDelayMs: 1 };
  gateway = new HttpWechatGateway(options);
});

afterEach(() => wechat.stop());

const failure = (call: Promise<unknown>): Promise<GatewayError> =>
  call.then(
    () => {
      throw new Error('the call succeeded');
    },
    (error: GatewayError) => error,
  );

describe('code2Session', () => {
  it('exchanges a code for the identity and nothing else', async () => {
    expect(await gateway.code2Session('demo-lin')).toEqual({ openid: 'demo-openid-lin' });
    expect(Object.fromEntries(wechat.requests[0]?.query ?? [])).toEqual({
      appid: 'wx-app',
      secret: 'wx-secret',
      js_code: 'demo-lin',
      grant_type: 'authorization_code',
    });
  });

  it('passes the unionid on and keeps the session key', async () => {
    wechat.failNext(SESSION, { body: { openid: 'o1', unionid: 'u1', session_key: 'key', errcode: 0 } });
    expect(await gateway.code2Session('demo-lin')).toEqual({ openid: 'o1', unionid: 'u1' });
  });

  it('refuses an unknown code (40029) and a used one (40163)', async () => {
    const wrong = await failure(gateway.code2Session('nonsense'));
    expect(wrong).toMatchObject({ kind: 'rejected', providerCode: '40029', reason: 'wechat.code_invalid' });
    const code = wechat.issueCode('chen');
    expect(await gateway.code2Session(code)).toEqual({ openid: 'demo-openid-chen' });
    const used = await failure(gateway.code2Session(code));
    expect(used).toMatchObject({ kind: 'rejected', providerCode: '40163', reason: 'wechat.code_invalid' });
  });

  it('refuses a person whom WeChat blocks (40226)', async () => {
    wechat.failNext(SESSION, { body: { errcode: 40226, errmsg: 'code blocked' } });
    expect(await failure(gateway.code2Session('demo-lin'))).toMatchObject({ reason: 'wechat.user_blocked' });
  });

  it('says when to come back after the rate limit (45011)', async () => {
    wechat.failNext(SESSION, { body: { errcode: 45011, errmsg: 'api minute-quota reach limit' } });
    const error = await failure(gateway.code2Session('demo-lin'));
    expect(error).toMatchObject({ kind: 'limited', providerCode: '45011', retryAfterMs: 60_000 });
  });

  it('tries again while the platform is busy (-1), three times at most', async () => {
    wechat.failNext(SESSION, { body: { errcode: -1, errmsg: 'system error' } }, 2);
    expect(await gateway.code2Session('demo-lin')).toEqual({ openid: 'demo-openid-lin' });
    wechat.failNext(SESSION, { body: { errcode: -1, errmsg: 'system error' } }, 9);
    expect(await failure(gateway.code2Session('demo-lin'))).toMatchObject({ kind: 'unavailable', providerCode: '-1' });
    expect(wechat.count(SESSION)).toBe(6);
  });

  it.each([
    ['no answer', { hang: true }, 'timeout'],
    ['5xx', { status: 502, body: '<html>' }, 'http_502'],
    ['no JSON', { body: '<html>not json' }, 'malformed'],
    ['JSON that is no object', { body: '[1]' }, 'malformed'],
    ['no openid', { body: { session_key: 'k' } }, 'malformed'],
    ['an endless reply', { body: 'x'.repeat(1_200_000) }, 'malformed'],
    ['a redirect', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, 'network'],
    ['our app secret refused', { body: { errcode: 40125 } }, '40125'],
  ])('is unavailable on %s, and does not try again', async (_, reply, providerCode) => {
    wechat.failNext(SESSION, reply);
    expect(await failure(gateway.code2Session('demo-lin'))).toMatchObject({ kind: 'unavailable', providerCode });
    expect(wechat.count(SESSION)).toBe(1);
  });

  it('is unavailable when nobody listens, and never names the secret', async () => {
    await wechat.stop();
    const error = await failure(gateway.code2Session('demo-lin'));
    expect(error).toMatchObject({ kind: 'unavailable', providerCode: 'network' });
    expect(`${error.stack} ${String(error.cause)}`).not.toContain('wx-secret');
    await wechat.start();
  });
});

describe('access token', () => {
  it('is asked for once by 50 callers at a time', async () => {
    await Promise.all(Array.from({ length: 50 }, () => gateway.sendSubscribeMessage(message)));
    expect([wechat.sent.length, wechat.count(TOKEN)]).toEqual([50, 1]);
  });

  it('is renewed before it ends', async () => {
    await gateway.sendSubscribeMessage(message);
    time = START + 7_200_000 - 241_000;
    await gateway.sendSubscribeMessage(message);
    expect(wechat.count(TOKEN)).toBe(1);
    time = START + 7_200_000 - 239_000;
    await gateway.sendSubscribeMessage(message);
    expect([wechat.count(TOKEN), wechat.count(SEND)]).toEqual([2, 3]);
  });

  it('still serves while its renewal fails, until it ends', async () => {
    await gateway.sendSubscribeMessage(message);
    time = START + 7_200_000 - 60_000;
    wechat.failNext(TOKEN, { status: 503 }, 2);
    await gateway.sendSubscribeMessage(message);
    await gateway.sendSubscribeMessage(message);
    expect(wechat.count(TOKEN)).toBe(2);
    time = START + 7_200_000;
    expect(await failure(gateway.sendSubscribeMessage(message))).toMatchObject({ providerCode: 'http_503' });
  });

  it('is replaced once for 50 callers whom WeChat refuses (40001), without the costly forced refresh', async () => {
    await gateway.sendSubscribeMessage(message);
    wechat.revokeTokens();
    await Promise.all(Array.from({ length: 50 }, () => gateway.sendSubscribeMessage(message)));
    expect([wechat.sent.length, wechat.count(TOKEN)]).toEqual([51, 2]);
    expect(wechat.requests.filter((r) => r.body.includes('"force_refresh":true'))).toEqual([]);
  });

  it('is replaced when WeChat calls it expired (42001)', async () => {
    wechat.failNext(SEND, { body: { errcode: 42001, errmsg: 'access_token expired' } });
    await gateway.sendSubscribeMessage(message);
    expect(wechat.sent).toHaveLength(1);
  });

  it('is force-refreshed, once, if the refused one is still handed out', async () => {
    await gateway.sendSubscribeMessage(message);
    wechat.spoilToken();
    await gateway.sendSubscribeMessage(message);
    expect(wechat.sent).toHaveLength(2);
    wechat.spoilToken();
    const error = await failure(gateway.sendSubscribeMessage(message));
    expect(error).toMatchObject({ kind: 'unavailable', providerCode: '40001' });
    expect(wechat.requests.filter((r) => r.body.includes('"force_refresh":true'))).toHaveLength(1);
  });

  it('is malformed without a lifetime', async () => {
    wechat.failNext(TOKEN, { body: { access_token: 'a' } });
    expect(await failure(gateway.sendSubscribeMessage(message))).toMatchObject({ providerCode: 'malformed' });
  });
});

describe('sendSubscribeMessage', () => {
  it('sends the fields as documented', async () => {
    await gateway.sendSubscribeMessage(message);
    expect(wechat.sent).toEqual([{ sentAt: START, ...message }]);
    const sent = wechat.requests.at(-1);
    expect(JSON.parse(sent?.body.toString() ?? '')).toMatchObject({
      touser: 'demo-openid-lin',
      template_id: 'tpl-appointment',
      miniprogram_state: 'formal',
      data: { thing1: { value: '一般纳税人登记' } },
    });
  });

  it('knows that the person refused (43101)', async () => {
    wechat.refuse(message.openid);
    const error = await failure(gateway.sendSubscribeMessage(message));
    expect(error).toMatchObject({ kind: 'rejected', providerCode: '43101', reason: 'wechat.user_refused' });
  });

  it.each([
    ['too long a thing', { thing1: '一'.repeat(21) }],
    ['an empty value', { thing1: '' }],
    ['an unknown field', { subject1: '办理结果' }],
    ['no field', {}],
  ])('knows that the data are wrong (47003): %s', async (_, data) => {
    const error = await failure(gateway.sendSubscribeMessage({ ...message, data }));
    expect(error).toMatchObject({ kind: 'rejected', providerCode: '47003', reason: 'wechat.template_invalid' });
  });

  it('does not repeat a message after a time-out', async () => {
    wechat.failNext(SEND, { hang: true });
    expect(await failure(gateway.sendSubscribeMessage(message))).toMatchObject({ providerCode: 'timeout' });
    expect(wechat.count(SEND)).toBe(1);
  });
});
