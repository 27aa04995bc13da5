import { compactCode } from './compact-code.js';
import { isLocalDate, type LocalDate } from './local-date.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** The check digit for each remainder of the weighted sum by 11 (GB 11643). */
const CHECK_DIGITS = '10X98765432';

export type ResidentIdProblem = 'length' | 'character' | 'birthDate' | 'checkDigit';

/** A resident identity number (公民身份号码) as stored: 18 digits, the last may be a capital X. */
export function normaliseResidentId(text: string): string {
  return compactCode(text);
}

/** The first thing wrong with an identity number as typed, or undefined: 18 digits, a real birth date, check digit. */
export function residentIdProblem(text: string): ResidentIdProblem | undefined {
  const id = normaliseResidentId(text);
  if (id.length !== 18) return 'length';
  if (!/^[1-9]\d{16}[\dX]$/.test(id)) return 'character';
  if (!isLocalDate(birthDateOf(id))) return 'birthDate';
  return checkDigitOf(id) === id.charAt(17) ? undefined : 'checkDigit';
}

/** The birth date written in a normalised identity number; it is only text until `isLocalDate` agrees. */
export function birthDateOf(id: string): LocalDate {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
}

/**
 * For tests and the demo: a well-formed number from a division of six digits, a birth date and a sequence 0 … 999.
 * Give a division that does not exist (999999), so that no real person has the number. Throws RangeError on bad parts.
 */
export function makeResidentId(division: string, bornOn: LocalDate, sequence: number): string {
  const valid = /^[1-9]\d{5}$/.test(division) && isLocalDate(bornOn) && /^\d{1,3}$/.test(String(sequence));
  if (!valid) throw new RangeError(`Not parts of an identity number: "${division}", "${bornOn}", ${sequence}`);
  const first17 = division + bornOn.split('-').join('') + String(sequence).padStart(3, '0');
  return first17 + checkDigitOf(first17);
}

function checkDigitOf(id: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(id.charAt(i)), 0);
  return CHECK_DIGITS.charAt(sum % 11);
}
