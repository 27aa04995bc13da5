import { compactCode } from './compact-code.js';
import { isLocalDate, type LocalDate } from './local-date.js';

/** Y appointment (预约), S case receipt (收件), W question (问). */
export type ReferencePrefix = 'Y' | 'S' | 'W';

/** How many different numbers a prefix and day have: the serial is 0 … this − 1. */
export const REFERENCE_SERIALS = 32 ** 5;

/** Crockford's base 32, without I, L, O and U. A character's value is its position. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A number that people read out and type: prefix, date as yymmdd, five characters for the serial, one check character;
 * 13 in all. Draw the serial at random, so that a number tells nothing about its neighbours.
 *
 * The check makes Σ αⁱ·cᵢ = 0 over the field of 32 elements. All weights differ and none is zero, so one wrong character
 * and any two swapped characters are always noticed.
 * Throws RangeError for an impossible date or serial.
 */
export function makeReferenceNo(prefix: ReferencePrefix, on: LocalDate, serial: number): string {
  if (!isLocalDate(on) || !on.startsWith('20')) throw new RangeError(`No reference number on ${on}`);
  if (!Number.isInteger(serial) || serial < 0 || serial >= REFERENCE_SERIALS) {
    throw new RangeError(`No reference number for serial ${serial}`);
  }
  const digits = [20, 15, 10, 5, 0].map((shift) => ALPHABET.charAt((serial >> shift) & 31)).join('');
  const body = prefix + on.slice(2).split('-').join('') + digits;
  return body + ALPHABET.charAt(timesAlpha(syndromeOf(body)));
}

/** The form stored and compared: capitals without spaces or hyphens, with O read as 0, I and L as 1. */
export function normaliseReferenceNo(text: string): string {
  return compactCode(text).replace(/O/g, '0').replace(/[IL]/g, '1');
}

/** True when a number as typed has a known prefix, a real date and the right check character. */
export function isReferenceNo(text: string): boolean {
  const match = /^[YSW](\d\d)(\d\d)(\d\d)[\dA-HJKMNP-TV-Z]{6}$/.exec(normaliseReferenceNo(text));
  return match !== null && isLocalDate(`20${match[1]}-${match[2]}-${match[3]}`) && syndromeOf(match[0]) === 0;
}

/** As printed and read aloud, in two groups: Y261122-7KQ2M9. */
export function sayReferenceNo(referenceNo: string): string {
  const no = normaliseReferenceNo(referenceNo);
  return `${no.slice(0, 7)}-${no.slice(7)}`;
}

function syndromeOf(text: string): number {
  return Array.from(text).reduce((sum, char) => timesAlpha(sum) ^ ALPHABET.indexOf(char), 0);
}

/** Multiplication by α in GF(2⁵) modulo the primitive polynomial x⁵ + x² + 1. */
function timesAlpha(value: number): number {
  return value & 16 ? (value << 1) ^ 0b100101 : value << 1;
}
