import { compactCode } from './compact-code.js';

export type PhoneProblem = 'character' | 'length' | 'prefix';

/** A mainland mobile number as stored: 11 digits, without spaces, hyphens or the country code +86. */
export function normalisePhone(text: string): string {
  return compactCode(text).replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
}

/** What is wrong with a mobile number as typed, or undefined. */
export function phoneProblem(text: string): PhoneProblem | undefined {
  const phone = normalisePhone(text);
  if (!/^\d*$/.test(phone)) return 'character';
  if (phone.length !== 11) return 'length';
  return /^1[3-9]/.test(phone) ? undefined : 'prefix';
}

/** For tests and the demo: a well-formed number for each serial 0 … 9 999 999. Throws RangeError outside. */
export function makePhone(serial: number): string {
  if (!/^\d{1,7}$/.test(String(serial))) throw new RangeError(`Not a serial of at most 7 digits: ${serial}`);
  return `1990${String(serial).padStart(7, '0')}`;
}
