import { describe, expect, it } from '@jest/globals';
import { acs3Headers, acs3Query } from './acs3-signature.js';

const example = {
  method: 'POST',
  host: 'ecs.cn-shanghai.aliyuncs.com',
  action: 'RunInstances',
  version: '2014-05-26',
  query: { RegionId: 'cn-shanghai', ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd' },
  body: '',
  at: Date.UTC(2023, 9, 26, 10, 22, 32),
  nonce: '3156853299f313e23d1673dc12e1703d',
} as const;
const credentials = { accessKeyId: 'YourAccessKeyId', accessKeySecret: 'YourAccessKeySecret' };

describe('acs3Headers', () => {
  it('gives the signature of the example in the documentation', () => {
    expect(acs3Headers(example, credentials).authorization).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,' +
        'SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,' +
        'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    );
  });

  it('signs every part', () => {
    const signatureOf = (change: object) => acs3Headers({ ...example, ...change }, credentials).authorization;
    const changes = [
      {},
      { host: 'other' },
      { body: 'x' },
      { nonce: 'n' },
      { at: 0 },
      { query: { RegionId: 'cn-beijing' } },
      { action: 'A' },
    ];
    expect(new Set(changes.map(signatureOf)).size).toBe(changes.length);
  });
});

describe('acs3Query', () => {
  it('sorts by name and encodes by RFC 3986', () => {
    expect(acs3Query({ b: "a b*~'", a: '办税{"x":1}' })).toBe('a=%E5%8A%9E%E7%A8%8E%7B%22x%22%3A1%7D&b=a%20b%2A~%27');
  });
});
