import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UrlSigner } from './signed-url.js';

const key = createSecretKey(Buffer.alloc(32, 7));
const signer = new UrlSigner(key, () => 1_000);
const url = signer.sign('/api/voices/01J/audio', 'citizen 1&x', 2_000);

describe('UrlSigner', () => {
  it('lets its own links in until they expire', () => {
    const verdict = { ok: true, path: '/api/voices/01J/audio', subject: 'citizen 1&x', expiresAt: 2_000 };
    expect(signer.verify(url)).toEqual(verdict);
    expect(new UrlSigner(key, () => 1_999).verify(url)).toEqual(verdict);
    expect(new UrlSigner(key, () => 2_000).verify(url)).toEqual({ ok: false, why: 'expired' });
  });

  it.each([
    ['the path', url.replace('01J', '01K')],
    ['the person', url.replace('citizen', 'officer')],
    ['the time', url.replace('until=2000', 'until=9000')],
    ['the signature', `${url.slice(0, -2)}AA`],
    [
      'another key',
      new UrlSigner(createSecretKey(Buffer.alloc(32, 8)), () => 0).sign('/api/voices/01J/audio', 'x', 2_000),
    ],
  ])('refuses a link with %s changed', (_, changed) => {
    expect(signer.verify(changed)).toEqual({ ok: false, why: 'forged' });
  });

  it('refuses a link without its parts', () => {
    for (const bare of ['/api/voices/01J/audio', '/a?for=x', '/a?for=x&until=5', '']) {
      expect(signer.verify(bare)).toEqual({ ok: false, why: 'malformed' });
    }
  });

  it('takes no path with a query, which it would not sign', () => {
    expect(() => signer.sign('/a?b=1', 'x', 2_000)).toThrow(RangeError);
  });

  it('never confuses two links, whatever their parts', () => {
    const part = fc.string().filter((text) => !/[?#]/.test(text));
    fc.assert(
      fc.property(part, fc.string(), part, fc.string(), (path, subject, otherPath, otherSubject) => {
        const query = signer.sign(path, subject, 2_000).slice(path.length);
        const moved = signer.verify(
          otherPath + query.replace(/for=[^&]*/, new URLSearchParams({ for: otherSubject }).toString()),
        );
        expect(moved.ok).toBe(path === otherPath && subject === otherSubject);
      }),
    );
  });
});
