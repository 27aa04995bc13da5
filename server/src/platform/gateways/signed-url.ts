import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/** What a signed link carries in its query. */
export interface SignedQuery {
  /** The instant from which on it is refused. */
  expires: number;
  signature: string;
}
export type SignedUrlVerdict = 'valid' | 'expired' | 'forged';

/** Links that work for a while without a session, because a phone's audio player can't send headers. */
export class UrlSigner {
  constructor(
    private readonly key: KeyObject,
    private readonly now: () => number,
  ) {}

  /**
   * `path` with the query that lets a player in until `expires` (exclusive).
   * @throws RangeError if the path holds `?` or `#`
   */
  sign(path: string, expires: number): string {
    if (/[?#]/.test(path)) throw new RangeError('a path to sign has no query');
    const signature = this.#signature(path, expires).toString('base64url');
    return `${path}?${new URLSearchParams({ expires: String(expires), signature }).toString()}`;
  }

  /** Judges what came with a path. Only a link with a right signature is ever called expired. */
  verify(path: string, { expires, signature }: SignedQuery): SignedUrlVerdict {
    const given = Buffer.from(signature, 'base64url');
    const expected = this.#signature(path, expires);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged';
    return this.now() < expires ? 'valid' : 'expired';
  }

  #signature(path: string, expires: number): Buffer {
    return createHmac('sha256', this.key)
      .update(JSON.stringify(['signed-url/2', path, expires]))
      .digest();
  }
}
