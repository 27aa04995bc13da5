import { isLocalDate } from './domain/local-date.js';
import { normalisePhone, phoneProblem } from './domain/phone.js';
import { isReferenceNo, normaliseReferenceNo } from './domain/reference-no.js';
import { normaliseResidentId, residentIdProblem } from './domain/resident-id.js';
import { normaliseUscc, usccProblem } from './domain/uscc.js';

interface FormatCheck {
  /** The one spelling that is stored and compared: blanks, hyphens and case don't matter to a person. */
  normalise(text: string): string;
  /** Whether a text in normal form is valid. */
  test(text: string): boolean;
  message(label: string): string;
}

/** Texts with a meaning of their own, checked alike on every side. */
export const formats = {
  id: {
    normalise: (text) => text.trim(),
    test: (text) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(text),
    message: (label) => `${label}不正确`,
  },
  localDate: {
    normalise: (text) => text.trim(),
    test: isLocalDate,
    message: (label) => `${label}不是有效的日期`,
  },
  phone: {
    normalise: normalisePhone,
    test: (text) => phoneProblem(text) === undefined,
    message: (label) => `${label}应为11位手机号`,
  },
  uscc: {
    normalise: normaliseUscc,
    test: (text) => usccProblem(text) === undefined,
    message: (label) => `${label}不正确，请核对18位代码`,
  },
  residentId: {
    normalise: normaliseResidentId,
    test: (text) => residentIdProblem(text) === undefined,
    message: (label) => `${label}不正确，请核对18位号码`,
  },
  referenceNo: {
    normalise: normaliseReferenceNo,
    test: isReferenceNo,
    message: (label) => `${label}不正确，请对照短信或回执`,
  },
} as const satisfies Record<string, FormatCheck>;

export type Format = keyof typeof formats;
