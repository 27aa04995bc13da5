import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type BlobContent,
  BlobCorruptError,
  type BlobKey,
  BlobStore,
  type ByteRange,
  type StoredBlob,
} from './blob-store.js';

/** Encrypts what lies on disk. `open` throws when the sealed bytes were altered or another key sealed them. */
export interface BlobCipher {
  seal(bytes: Buffer): Buffer;
  open(sealed: Buffer): Buffer;
}

export interface FileBlobStoreOptions {
  folder: string;
  now: () => number;
  cipher?: BlobCipher;
}

const LEFTOVER_MS = 3_600_000;

/**
 * Blobs as files `ab/cd/<key>` in a folder. A file appears under its name only when complete: written beside, synced,
 * renamed, its folder synced. With a cipher a range costs the opening of the whole file.
 */
export class FileBlobStore extends BlobStore {
  readonly #incoming: string;

  private constructor(private readonly options: FileBlobStoreOptions) {
    super();
    this.#incoming = join(options.folder, 'incoming');
  }

  /** Creates the folder if need be and clears what a crash left half-written more than an hour ago. */
  static async open(options: FileBlobStoreOptions): Promise<FileBlobStore> {
    const store = new FileBlobStore(options);
    await mkdir(store.#incoming, { recursive: true });
    for (const name of await readdir(store.#incoming)) {
      const path = join(store.#incoming, name);
      const { mtimeMs } = await stat(path);
      if (options.now() - mtimeMs > LEFTOVER_MS) await rm(path, { force: true });
    }
    return store;
  }

  override async put(bytes: Uint8Array): Promise<StoredBlob> {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const key = hash(content);
    const folder = this.#folder(key);
    if (!(await this.has(key))) await this.#write(folder, key, content);
    for (const path of [folder, join(folder, '..'), this.options.folder]) await syncFolder(path);
    return { key, size: content.length };
  }

  override async get(key: BlobKey, range?: ByteRange): Promise<BlobContent | undefined> {
    if (range && !this.options.cipher) return this.#readPart(key, range);
    const content = await this.#read(key);
    return content && { bytes: range ? content.subarray(range.start, range.end + 1) : content, size: content.length };
  }

  override async has(key: BlobKey): Promise<boolean> {
    return (await orMissing(stat(this.#path(key)))) !== undefined;
  }

  override async delete(key: BlobKey): Promise<boolean> {
    if (!(await this.has(key))) return false;
    await rm(this.#path(key), { force: true });
    return true;
  }

  override async verify(key: BlobKey): Promise<'intact' | 'damaged' | 'missing'> {
    try {
      const content = await this.#read(key);
      if (!content) return 'missing';
      return hash(content) === key ? 'intact' : 'damaged';
    } catch (error) {
      if (error instanceof BlobCorruptError) return 'damaged';
      throw error;
    }
  }

  async #write(folder: string, key: BlobKey, content: Buffer): Promise<void> {
    const temporary = join(this.#incoming, randomUUID());
    try {
      await writeSynced(temporary, this.options.cipher?.seal(content) ?? content);
      await mkdir(folder, { recursive: true });
      await rename(temporary, join(folder, key));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async #read(key: BlobKey): Promise<Buffer | undefined> {
    const sealed = await orMissing(readFile(this.#path(key)));
    if (!sealed || !this.options.cipher) return sealed;
    try {
      return this.options.cipher.open(sealed);
    } catch (error) {
      throw new BlobCorruptError(key, error);
    }
  }

  async #readPart(key: BlobKey, range: ByteRange): Promise<BlobContent | undefined> {
    const file = await orMissing(open(this.#path(key), 'r'));
    if (!file) return undefined;
    try {
      const { size } = await file.stat();
      const length = Math.max(0, Math.min(range.end + 1, size) - range.start);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, range.start);
      return { bytes: buffer.subarray(0, bytesRead), size };
    } finally {
      await file.close();
    }
  }

  #folder(key: BlobKey): string {
    if (!/^[0-9a-f]{64}$/.test(key)) throw new RangeError('a blob key is 64 hex digits');
    return join(this.options.folder, key.slice(0, 2), key.slice(2, 4));
  }

  #path(key: BlobKey): string {
    return join(this.#folder(key), key);
  }
}

function hash(bytes: Buffer): BlobKey {
  return createHash('sha256').update(bytes).digest('hex');
}

async function writeSynced(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a new name in a folder last. Windows can't open folders and needs no such step. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function orMissing<T>(work: Promise<T>): Promise<T | undefined> {
  return work.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
