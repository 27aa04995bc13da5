import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type SignedQuery, UrlSigner } from './signed-url.js';

const key = createSecretKey(Buffer.alloc(32, 7));
const signerAt = (now: number) => new UrlSigner(key, () => now);
const path = '/api/public/voice-clips/01J';

function queryOf(url: string): SignedQuery {
  const query = new URLSearchParams(url.slice(url.indexOf('?')));
  return { expires: Number(query.get('expires')), signature: query.get('signature') ?? '' };
}

describe('UrlSigner', () => {
  const query = queryOf(signerAt(1_000).sign(path, 2_000));

  it('lets its own links in until they expire', () => {
    expect(signerAt(1_000).verify(path, query)).toBe('valid');
    expect(signerAt(1_999).verify(path, query)).toBe('valid');
    expect(signerAt(2_000).verify(path, query)).toBe('expired');
  });

  it.each([
    ['the path', '/api/public/voice-clips/01K', query],
    ['the time', path, { ...query, expires: 9_000 }],
    ['the signature', path, { ...query, signature: `${query.signature.slice(0, -2)}AA` }],
    ['its signature cut', path, { ...query, signature: query.signature.slice(0, 20) }],
    ['no signature', path, { ...query, signature: '' }],
    ['another key', path, queryOf(new UrlSigner(createSecretKey(Buffer.alloc(32, 8)), () => 0).sign(path, 2_000))],
  ])('refuses a link with %s changed, also when it has expired', (_, changedPath, changed) => {
    expect(signerAt(1_000).verify(changedPath, changed)).toBe('forged');
    expect(signerAt(10_000).verify(changedPath, changed)).toBe('forged');
  });

  it('takes no path with a query, which it would not sign', () => {
    expect(() => signerAt(0).sign('/a?b=1', 2_000)).toThrow(RangeError);
  });

  it('never takes one link for another', () => {
    const part = fc.string().filter((text) => !/[?#]/.test(text));
    fc.assert(
      fc.property(part, part, fc.nat(), fc.nat(), (one, other, expires, later) => {
        const signed = queryOf(signerAt(0).sign(`/${one}`, expires + 1));
        const moved = signerAt(0).verify(`/${other}`, { ...signed, expires: later + 1 });
        expect(moved === 'valid').toBe(one === other && expires === later);
      }),
    );
  });
});
