import { createHash, randomFillSync } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const POOL_BYTES = 16 * 1024;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/**
 * A new id: 26 characters of Crockford's base 32 in the layout of a ULID, 48 bits of milliseconds and 80 random bits.
 * Ids sort by time and can't be guessed from one another.
 */
export function newId(now: number): string {
  let id = '';
  for (let time = now, i = 0; i < 10; i++) {
    id = ALPHABET[time % 32] + id;
    time = Math.floor(time / 32);
  }
  if (used + 16 > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  for (let i = 0; i < 16; i++) id += ALPHABET[(pool[used + i] as number) & 31];
  used += 16;
  return id;
}

/** The id that `text` always has: for things that come from published data and must keep their id from load to load. */
export function idFrom(text: string): string {
  return Array.from(createHash('sha256').update(text).digest().subarray(0, 26), (byte) => ALPHABET[byte & 31]).join('');
}
