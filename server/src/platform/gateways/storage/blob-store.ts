/** SHA-256 of the content, 64 hex digits. */
export type BlobKey = string;

export interface StoredBlob {
  key: BlobKey;
  /** Bytes of the content, not of its sealed form on disk. */
  size: number;
}

/** First and last byte, both included, as in an HTTP Range. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface BlobContent {
  bytes: Buffer;
  /** Bytes of the whole content. */
  size: number;
}

/** A blob's content is not what was put: disk damage, tampering, or another encryption key. */
export class BlobCorruptError extends Error {
  override readonly name = 'BlobCorruptError';

  constructor(
    readonly key: BlobKey,
    cause?: unknown,
  ) {
    super(`blob ${key} is damaged`, { cause });
  }
}

/**
 * Port to the store of voices, photos and papers, addressed by content: the same bytes twice are one blob. A file store
 * stands behind it; an object store (S3 and its like) would be another adapter, none is needed so far. Links that
 * expire are not its business, see `UrlSigner`.
 */
export abstract class BlobStore {
  /** Keeps the bytes and returns only once they would survive a power cut. `mime` is for stores that serve by themselves. */
  abstract put(bytes: Uint8Array, about: { mime: string }): Promise<StoredBlob>;

  /**
   * The content, or the part of it that lies in `range`; undefined if there is no such blob.
   * @throws BlobCorruptError where damage shows while reading; only `verify` looks at every byte
   */
  abstract get(key: BlobKey, range?: ByteRange): Promise<BlobContent | undefined>;

  abstract has(key: BlobKey): Promise<boolean>;

  /** Whether there was something to delete. */
  abstract delete(key: BlobKey): Promise<boolean>;

  /** Reads the whole blob and compares it with its key. */
  abstract verify(key: BlobKey): Promise<'intact' | 'damaged' | 'missing'>;
}
