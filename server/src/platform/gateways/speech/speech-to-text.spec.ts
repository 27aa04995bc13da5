import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeAliyun } from '../aliyun/fake-aliyun.js';
import { LoopbackServer } from '../loopback-server.js';
import { AliyunSpeechToText } from './aliyun-speech-to-text.js';
import { aliyunSpeechTokens } from './aliyun-speech-token.js';
import { NoSpeech } from './no-speech.js';

const ASR = '/stream/v1/asr';
const NOW = Date.UTC(2026, 2, 2);
const credentials = { accessKeyId: 'id', accessKeySecret: 'secret' };
const mp3 = { audio: Buffer.from('sound'), mime: 'audio/mpeg' };

let issued: number;
let meta: FakeAliyun;
let nls: LoopbackServer;
let speech: AliyunSpeechToText;

beforeEach(async () => {
  issued = 0;
  meta = new FakeAliyun(credentials, () => NOW, {
    CreateToken: () => ({ body: { Token: { Id: `token-${++issued}`, ExpireTime: NOW / 1000 + 86_400, UserId: 'u' } } }),
  });
  nls = new LoopbackServer((request) => {
    if (request.headers['x-nls-token'] !== `token-${issued}`) {
      return { body: { task_id: 't', result: '', status: 40000001, message: 'Meta:ACCESS_DENIED:token is invalid' } };
    }
    return { body: { task_id: 't', result: '小规模纳税人怎么开发票？', status: 20000000, message: 'SUCCESS' } };
  });
  const tokens = aliyunSpeechTokens({ ...credentials, baseUrl: await meta.start(), now: () => NOW });
  speech = new AliyunSpeechToText({ baseUrl: await nls.start(), appKey: 'app', tokens, timeoutMs: 1_500 });
});

afterEach(() => Promise.all([meta.stop(), nls.stop()]));

describe('AliyunSpeechToText', () => {
  it('sends the sound with its format and returns the text', async () => {
    expect(await speech.transcribe(mp3)).toEqual({ text: '小规模纳税人怎么开发票？', confidence: null });
    const [request] = nls.requests;
    expect(Object.fromEntries(request?.query ?? [])).toMatchObject({
      appkey: 'app',
      format: 'mp3',
      sample_rate: '16000',
    });
    expect([request?.headers['content-type'], request?.body.toString()]).toEqual(['application/octet-stream', 'sound']);
  });

  it('asks for one token for many, and for another when it is refused', async () => {
    await Promise.all(Array.from({ length: 10 }, () => speech.transcribe(mp3)));
    expect(issued).toBe(1);
    issued = 7;
    expect(await speech.transcribe(mp3)).toMatchObject({ text: expect.any(String) });
    expect(issued).toBe(8);
  });

  it.each([
    [
      { body: { status: 40000005, message: 'TOO_MANY_REQUESTS' } },
      { unavailable: 'limited', providerCode: '40000005' },
    ],
    [{ body: { status: 41010101, message: 'UNSUPPORTED' } }, { unavailable: 'format', providerCode: '41010101' }],
    [{ body: { status: 50000000, message: 'x' } }, { unavailable: 'failed', providerCode: '50000000' }],
    [{ body: { status: 20000000, result: '' } }, { unavailable: 'silent' }],
    [{ body: {} }, { unavailable: 'failed', providerCode: 'malformed' }],
    [{ status: 502 }, { unavailable: 'failed', providerCode: 'http_502' }],
    [{ status: 429 }, { unavailable: 'limited', providerCode: 'http_429' }],
    [{ body: 'garbage' }, { unavailable: 'failed', providerCode: 'malformed' }],
    [{ hang: true }, { unavailable: 'failed', providerCode: 'timeout' }],
  ])('H2: never throws; %j', async (reply, expected) => {
    nls.failNext(ASR, reply);
    expect(await speech.transcribe(mp3)).toEqual(expected);
  });

  it('H2: says so when no token can be had', async () => {
    meta.failNext('/', { status: 404, body: { Code: 'InvalidAccessKeyId.NotFound' } });
    const expected = { unavailable: 'failed', providerCode: 'InvalidAccessKeyId.NotFound' };
    expect(await speech.transcribe(mp3)).toEqual(expected);
  });

  it('does not send a format that the service cannot read', async () => {
    expect(await speech.transcribe({ ...mp3, mime: 'audio/webm' })).toEqual({ unavailable: 'format' });
    expect(nls.requests).toEqual([]);
  });
});

describe('NoSpeech', () => {
  it('leaves the transcript to the officer', async () => {
    expect(await new NoSpeech().transcribe()).toEqual({ unavailable: 'none' });
  });
});
