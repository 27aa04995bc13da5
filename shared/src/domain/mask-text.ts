import { toHalfWidth } from './compact-code.js';
import { isLocalDate } from './local-date.js';
import { birthDateOf } from './resident-id.js';
import { usccProblem } from './uscc.js';

type PersonalKind = 'phone' | 'residentId' | 'bankCard' | 'email';

interface Span {
  from: number;
  to: number;
  kind: PersonalKind;
}

const LABELS: Record<PersonalKind, string> = {
  phone: '[手机号已隐藏]',
  residentId: '[身份证号已隐藏]',
  bankCard: '[银行卡号已隐藏]',
  email: '[邮箱已隐藏]',
};

/** The longest number looked for: a bank card of 19 digits, and an X that may cling to it. */
const MAX_DIGITS = 20;

/** What may stand within one number: spaces (invisible ones too) and hyphens, or else dots, as in 138.1234.5678. */
const SPACED = /^[\s\u200b-\u200d\ufeff\-_\u2010-\u2015\u2212]*$/;
const DOTTED = /^[.\u00b7]*$/;

/**
 * Hides mobile numbers, identity numbers, bank card numbers and e-mail addresses in free text behind a label each.
 * Finds them written full-width, with spaces, hyphens or dots between the digits, or in Chinese numerals. A number is
 * taken whole: digits that are only a part of a longer number (an invoice number, a USCC) stay. Where several readings
 * overlap all of them are hidden. Names and addresses are not found.
 */
export function maskPersonalText(text: string): string {
  const plain = withoutUsccs(toHalfWidth(text));
  const spans = [...emailSpans(plain), ...numberSpans(plain), ...numberSpans(numeralsAsDigits(plain))];
  let masked = '';
  let end = 0;
  for (const span of merged(spans)) {
    masked += text.slice(end, span.from) + LABELS[span.kind];
    end = span.to;
  }
  return masked + text.slice(end);
}

function emailSpans(text: string): Span[] {
  return matches(text, /[\w.%+-]{1,64}\s?@\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g).map((m) => ({ ...m, kind: 'email' }));
}

/** Blocks of digits that stand close together are read as one number in every way that begins and ends with a block. */
function numberSpans(text: string): Span[] {
  const blocks = matches(text, /\d+(?:[\s-]?[xX](?![A-Za-z\d]))?/g);
  return blocks.flatMap((first, i) => {
    const from = text.charAt(first.from - 1) === '+' ? first.from - 1 : first.from;
    const spans: Span[] = [];
    let digits = '';
    let gaps = '';
    let end = first.from;
    for (const block of blocks.slice(i, i + MAX_DIGITS)) {
      gaps += text.slice(end, block.from);
      digits += block.text.replace(/[^\dxX]/g, '').toUpperCase();
      if (block.from - end > 3 || !(SPACED.test(gaps) || DOTTED.test(gaps)) || digits.length > MAX_DIGITS) break;
      end = block.to;
      const kind = kindOf(digits);
      if (kind) spans.push({ from, to: end, kind });
    }
    return spans;
  });
}

function kindOf(digits: string): PersonalKind | undefined {
  if (/^(?:0|86|0086)?1[3-9]\d{9}X?$/.test(digits)) return 'phone';
  if (looksLikeResidentId(digits)) return 'residentId';
  return looksLikeBankCard(digits.replace('X', '')) ? 'bankCard' : undefined;
}

/** A real birth date in the right place is enough: a number with a wrong or missing check digit is personal too. */
function looksLikeResidentId(digits: string): boolean {
  if (/^[1-9]\d{5}(?:18|19|20)\d{9}[\dX]?$/.test(digits)) return isLocalDate(birthDateOf(digits));
  return /^[1-9]\d{14}$/.test(digits) && isLocalDate(birthDateOf(`${digits.slice(0, 6)}19${digits.slice(6)}`));
}

/** UnionPay's 62… in any case; other issuers (none begins with 0, 1 or 2 here) when the check digit is right. */
function looksLikeBankCard(digits: string): boolean {
  return /^62\d{14,17}$/.test(digits) || (/^[3-9]\d{15,18}$/.test(digits) && passesLuhn(digits));
}

function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .map((digit, i) => Number(digit) * (i % 2 === 0 ? 1 : 2))
    .reduce((total, n) => total + (n > 9 ? n - 9 : n), 0);
  return sum % 10 === 0;
}

/** Taxpayers' codes are public and stay readable: they are taken out of the text that is searched. */
function withoutUsccs(text: string): string {
  return text.replace(/[A-Za-z\d]+/g, (word) =>
    usccProblem(word) === undefined && !looksLikeResidentId(word) ? '#'.repeat(word.length) : word,
  );
}

/** The text with Chinese numerals as digits, as speech is written down (幺三八…), and nothing else that is a digit. */
function numeralsAsDigits(text: string): string {
  return text
    .replace(/\d/g, '#')
    .replace(/[〇零一二三四五六七八九幺]/g, (char) =>
      char === '幺' ? '1' : String('〇一二三四五六七八九零'.indexOf(char) % 10),
    );
}

function matches(text: string, pattern: RegExp): { from: number; to: number; text: string }[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const from = match.index ?? 0;
    return { from, to: from + match[0].length, text: match[0] };
  });
}

/** In order of place, each stretch once; where spans overlap the longest names the kind. */
function merged(spans: Span[]): Span[] {
  const result: Span[] = [];
  let longest = 0;
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result[result.length - 1];
    const length = span.to - span.from;
    if (!last || span.from >= last.to) {
      result.push({ ...span });
      longest = length;
      continue;
    }
    last.to = Math.max(last.to, span.to);
    if (length > longest) {
      last.kind = span.kind;
      longest = length;
    }
  }
  return result;
}
