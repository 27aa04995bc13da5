import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeAliyun } from '../aliyun/fake-aliyun.js';
import { AliyunSmsGateway, type AliyunSmsOptions } from './aliyun-sms-gateway.js';

const NOW = Date.UTC(2026, 2, 2);
const credentials = { accessKeyId: 'key-id', accessKeySecret: 'key-secret' };
const message = { phone: '13800000001', template: 'signInCode', params: { code: '042917' } };

let sent: Record<string, string>[];
let answer: object;
let aliyun: FakeAliyun;
let baseUrl: string;

beforeEach(async () => {
  sent = [];
  answer = { Code: 'OK', Message: 'OK', BizId: '9006197469364984400', RequestId: 'r' };
  aliyun = new FakeAliyun(credentials, () => NOW, {
    SendSms: (query) => {
      sent.push(Object.fromEntries(query));
      return { body: answer };
    },
  });
  baseUrl = await aliyun.start();
});

afterEach(() => aliyun.stop());

const gateway = (change: Partial<AliyunSmsOptions> = {}) =>
  new AliyunSmsGateway({
    ...credentials,
    baseUrl,
    now: () => NOW,
    timeoutMs: 1_500,
    signName: '鄞州税务',
    templateCodes: { signInCode: 'SMS_154950909' },
    ...change,
  });

describe('AliyunSmsGateway', () => {
  it('sends a signed message with its template and returns the id of the delivery report', async () => {
    expect(await gateway().send(message)).toEqual({ providerId: '9006197469364984400' });
    expect(sent).toEqual([
      {
        PhoneNumbers: '13800000001',
        SignName: '鄞州税务',
        TemplateCode: 'SMS_154950909',
        TemplateParam: '{"code":"042917"}',
      },
    ]);
  });

  it('signs each call with a nonce of its own', async () => {
    await Promise.all(Array.from({ length: 20 }, () => gateway().send(message)));
    expect(sent).toHaveLength(20);
  });

  it.each([
    ['a wrong secret', { accessKeySecret: 'wrong' }, 'SignatureDoesNotMatch'],
    ['an unknown key', { accessKeyId: 'other' }, 'InvalidAccessKeyId.NotFound'],
    ['a clock 20 minutes late', { now: () => NOW - 20 * 60_000 }, 'InvalidTimeStamp.Expired'],
  ])('is unavailable with %s, and nothing is sent', async (_, change, providerCode) => {
    await expect(gateway(change).send(message)).rejects.toMatchObject({ kind: 'unavailable', providerCode });
    expect(sent).toEqual([]);
  });

  it.each([
    ['isv.BUSINESS_LIMIT_CONTROL', { kind: 'limited', retryAfterMs: 60_000 }],
    ['Throttling.User', { kind: 'limited', retryAfterMs: 1_000 }],
    ['isv.MOBILE_NUMBER_ILLEGAL', { kind: 'rejected', reason: 'sms.number_invalid' }],
    ['isv.TEMPLATE_MISSING_PARAMETERS', { kind: 'rejected', reason: 'sms.template_invalid' }],
    ['isv.AMOUNT_NOT_ENOUGH', { kind: 'unavailable' }],
    ['isv.SMS_SIGNATURE_ILLEGAL', { kind: 'unavailable' }],
    ['isp.SYSTEM_ERROR', { kind: 'unavailable' }],
    ['something.new', { kind: 'unavailable' }],
  ])('understands %s', async (code, expected) => {
    answer = { Code: code, Message: '…', RequestId: 'r' };
    await expect(gateway().send(message)).rejects.toMatchObject({ gateway: 'sms', providerCode: code, ...expected });
  });

  it.each([
    ['a time-out', { hang: true }, 'timeout'],
    ['5xx', { status: 503, body: { Code: 'ServiceUnavailable' } }, 'http_503'],
    ['garbage', { body: '<html>' }, 'malformed'],
    ['no code', { body: {} }, 'malformed'],
  ])('is unavailable on %s and does not repeat the message', async (_, reply, providerCode) => {
    aliyun.failNext('/', reply);
    await expect(gateway().send(message)).rejects.toMatchObject({ kind: 'unavailable', providerCode });
    expect(aliyun.count('/')).toBe(1);
  });

  it('rejects a text without an approved template, before any call', async () => {
    await expect(gateway().send({ ...message, template: 'unknown' })).rejects.toMatchObject({ kind: 'rejected' });
    expect(aliyun.requests).toEqual([]);
  });
});
