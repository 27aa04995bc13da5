import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

export type SignedUrlVerdict =
  | { ok: true; path: string; subject: string; expiresAt: number }
  | { ok: false; why: 'malformed' | 'forged' | 'expired' };

/**
 * Links that work for a while without a session, because a phone's audio player can't send headers. A link says for
 * whom it was made (`subject`), so that playing is recorded under that person.
 */
export class UrlSigner {
  constructor(
    private readonly key: KeyObject,
    private readonly now: () => number,
  ) {}

  /**
   * `path` without query, with what a player needs to be let in until `expiresAt` (exclusive).
   * @throws RangeError if the path holds `?` or `#`
   */
  sign(path: string, subject: string, expiresAt: number): string {
    if (/[?#]/.test(path)) throw new RangeError('a path to sign has no query');
    const query = new URLSearchParams({ for: subject, until: String(expiresAt) });
    query.set('sig', this.#signature(path, subject, String(expiresAt)).toString('base64url'));
    return `${path}?${query}`;
  }

  /** Judges a path with query as it came. Only a link with a right signature is ever called expired. */
  verify(pathAndQuery: string): SignedUrlVerdict {
    const mark = pathAndQuery.indexOf('?');
    const path = mark < 0 ? pathAndQuery : pathAndQuery.slice(0, mark);
    const query = new URLSearchParams(mark < 0 ? '' : pathAndQuery.slice(mark));
    const [subject, until, given] = [query.get('for'), query.get('until'), query.get('sig')];
    if (subject === null || until === null || given === null) return { ok: false, why: 'malformed' };
    const signature = Buffer.from(given, 'base64url');
    const expected = this.#signature(path, subject, until);
    if (signature.length !== expected.length || !timingSafeEqual(signature, expected))
      return { ok: false, why: 'forged' };
    const expiresAt = Number(until);
    return this.now() < expiresAt ? { ok: true, path, subject, expiresAt } : { ok: false, why: 'expired' };
  }

  #signature(path: string, subject: string, until: string): Buffer {
    return createHmac('sha256', this.key)
      .update(JSON.stringify(['signed-url/1', path, subject, until]))
      .digest();
  }
}
