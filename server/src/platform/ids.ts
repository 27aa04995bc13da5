import { createHash } from 'node:crypto';
import { randomBytes } from './crypto/random.js';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_CHARS = 13;
let lastInstant = -1;
let inInstant = 0;

function base32(value: number, length: number): string {
  let text = '';
  for (let rest = value, i = 0; i < length; i++) {
    text = ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/**
 * A new id: 26 characters of Crockford's base 32, the length of a ULID. The first 10 are the milliseconds, the next 3
 * count the ids that this process made in that millisecond, the last 13 are 65 random bits: ids sort in the order in
 * which they were made and can't be guessed from one another.
 */
export function newId(now: number): string {
  inInstant = now === lastInstant ? (inInstant + 1) % 32_768 : 0;
  lastInstant = now;
  let id = base32(now, 10) + base32(inInstant, 3);
  for (const byte of randomBytes(RANDOM_CHARS)) id += ALPHABET.charAt(byte & 31);
  return id;
}

/** The lowest id that can have been made at `instant`; for reading from an instant on. */
export const firstIdAt = (instant: number): string => base32(instant, 10) + '0'.repeat(16);

/** The id that `text` always has: for things that come from published data and must keep their id from load to load. */
export function idFrom(text: string): string {
  return Array.from(createHash('sha256').update(text).digest().subarray(0, 26), (byte) => ALPHABET[byte & 31]).join('');
}
