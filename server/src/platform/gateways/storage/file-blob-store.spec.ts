import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { BlobStore } from './blob-store.js';
import { type BlobCipher, FileBlobStore } from './file-blob-store.js';

const mime = { mime: 'audio/mpeg' };
const NOW = Date.UTC(2026, 2, 2);
const bytes = Buffer.from('0123456789');
const key = createHash('sha256').update(bytes).digest('hex');

function cipherOf(secret: Buffer): BlobCipher {
  return {
    seal(content) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', secret, iv);
      const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(12, 28));
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
    },
  };
}

let folder: string;
const pathOf = (blob: string) => join(folder, blob.slice(0, 2), blob.slice(2, 4), blob);
const open = (cipher?: BlobCipher): Promise<BlobStore> => FileBlobStore.open({ folder, now: () => NOW, cipher });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'blobs-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['in clear', undefined],
  ['sealed', cipherOf(randomBytes(32))],
])('FileBlobStore, %s', (_, cipher) => {
  it('keeps bytes under their hash and gives them back, whole or in part', async () => {
    const store = await open(cipher);
    expect(await store.put(bytes, mime)).toEqual({ key, size: 10 });
    expect(await store.get(key)).toEqual({ bytes, size: 10 });
    expect(await store.get(key, { start: 2, end: 4 })).toEqual({ bytes: Buffer.from('234'), size: 10 });
    expect(await store.get(key, { start: 8, end: 99 })).toEqual({ bytes: Buffer.from('89'), size: 10 });
    expect(await store.get(key, { start: 50, end: 60 })).toEqual({ bytes: Buffer.alloc(0), size: 10 });
  });

  it('is idempotent, also for the same bytes at once', async () => {
    const store = await open(cipher);
    const stored = await Promise.all(Array.from({ length: 8 }, () => store.put(bytes, mime)));
    const before = readFileSync(pathOf(key));
    await store.put(bytes, mime);
    expect(new Set(stored.map((s) => s.key))).toEqual(new Set([key]));
    expect(readFileSync(pathOf(key))).toEqual(before);
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  });

  it('deletes, and says what is not there', async () => {
    const store = await open(cipher);
    await store.put(bytes, mime);
    expect([await store.has(key), await store.delete(key), await store.delete(key)]).toEqual([true, true, false]);
    expect([await store.has(key), await store.get(key), await store.verify(key)]).toEqual([
      false,
      undefined,
      'missing',
    ]);
    expect(await store.get(key, { start: 0, end: 1 })).toBeUndefined();
  });

  it('finds a changed byte', async () => {
    const store = await open(cipher);
    await store.put(bytes, mime);
    expect(await store.verify(key)).toBe('intact');
    const onDisk = readFileSync(pathOf(key));
    onDisk[onDisk.length - 1] = (onDisk.at(-1) ?? 0) ^ 1;
    writeFileSync(pathOf(key), onDisk);
    expect(await store.verify(key)).toBe('damaged');
  });

  it('takes no key that is a path', async () => {
    const store = await open(cipher);
    await expect(store.get('../../etc/passwd')).rejects.toThrow(RangeError);
    await expect(store.delete(`${'a'.repeat(63)}/`)).rejects.toThrow(RangeError);
  });
});

describe('FileBlobStore', () => {
  it('writes no clear text with a cipher, and reads nothing with another key', async () => {
    const sealed = await open(cipherOf(randomBytes(32)));
    await sealed.put(bytes, mime);
    expect(readFileSync(pathOf(key)).includes(bytes)).toBe(false);
    const other = await open(cipherOf(randomBytes(32)));
    await expect(other.get(key)).rejects.toMatchObject({ name: 'BlobCorruptError', key });
    expect(await other.verify(key)).toBe('damaged');
  });

  it('leaves nothing behind when it cannot write', async () => {
    const store = await open();
    writeFileSync(join(folder, key.slice(0, 2)), 'a file where a folder should be');
    await expect(store.put(bytes, mime)).rejects.toThrow();
    expect(readdirSync(join(folder, 'incoming'))).toEqual([]);
  });

  it('clears what a crash left, but not what may still be under way', async () => {
    await open();
    const [old, recent] = ['old', 'recent'].map((name) => join(folder, 'incoming', name)) as [string, string];
    writeFileSync(old, 'x');
    writeFileSync(recent, 'x');
    utimesSync(old, NOW / 1000 - 7200, NOW / 1000 - 7200);
    utimesSync(recent, NOW / 1000 - 60, NOW / 1000 - 60);
    await open();
    expect([existsSync(old), existsSync(recent)]).toEqual([false, true]);
  });
});
