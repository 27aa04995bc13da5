const DIGITS = '零一二三四五六七八九';
const DIGIT = '[一二两三四五六七八九]';
/** Thousands, hundreds, tens and ones; a lone 十 is ten. */
const SECTION = new RegExp(`^零?(?:(${DIGIT})千)?零?(?:(${DIGIT})百)?零?(?:(${DIGIT})?(十))?零?(${DIGIT})?$`);
const SCALES = [
  ['亿', 1e8],
  ['万', 1e4],
] as const;

/** A lone 一…十 is a number only before one of these; elsewhere it is part of a word (统一, 三方协议, 六税两费). */
const MEASURES = new Set('个月年天日号岁人套次点季元块倍家张份位户周条台票届');

const NUMERAL = /[零〇一二两三四五六七八九十百千万亿]+/g;
const PERCENTAGE = /百分之([零〇一二两三四五六七八九十百]+|\d+(?:\.\d+)?)/g;
const MIXED = /(\d+(?:\.\d+)?)(千|百?万|亿)/g;
const MIXED_UNITS: Record<string, number> = { 千: 1e3, 万: 1e4, 百万: 1e6, 亿: 1e8 };

/**
 * The value of a Chinese numeral such as 十二万, 三百五 (350) or 二零二五; undefined when the characters are no
 * well-formed number (万一) or a word that only looks like one (千万).
 */
export function parseNumeral(text: string): number | undefined {
  const digits = text.replaceAll('〇', '零');
  if (new RegExp(`^(?:${DIGIT}|零){3,}$`).test(digits)) return Number([...digits].map(digitOf).join(''));
  const value = parseScaled(digits);
  return value === 0 ? undefined : value;
}

function parseScaled(text: string): number | undefined {
  for (const [character, scale] of SCALES) {
    const at = text.indexOf(character);
    if (at < 0) continue;
    const head = text.slice(0, at) === '百' ? 100 : parseScaled(text.slice(0, at));
    const tail = tailOf(text.slice(at + 1), scale);
    return head === undefined || head === 0 || tail === undefined ? undefined : head * scale + tail;
  }
  return parseSection(text);
}

/** What follows 万 or 亿; a digit alone counts the next smaller place (两万三 is 23,000). */
function tailOf(text: string, scale: number): number | undefined {
  if (text.length === 1) return text === '零' ? undefined : (digitOf(text) * scale) / 10;
  return text === '' ? 0 : parseScaled(text);
}

function parseSection(text: string): number | undefined {
  const match = SECTION.exec(text);
  if (match === null) return undefined;
  const [, thousands, hundreds, tens, ten, ones] = match;
  const high = digitOf(thousands) * 1000 + digitOf(hundreds) * 100 + (ten ? digitOf(tens ?? '一') * 10 : 0);
  const onesScale = text.at(-2) === '百' ? 10 : text.at(-2) === '千' ? 100 : 1;
  return high + digitOf(ones) * onesScale;
}

/** 0 for an absent digit. */
function digitOf(character = '零'): number {
  return character === '两' ? 2 : DIGITS.indexOf(character);
}

/** Writes every number of a text in digits: 十二万, 12万 and 120,000 all become 120000; 百分之三 becomes 3%. */
export function unifyNumbers(text: string): string {
  return text
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(PERCENTAGE, (whole, value: string) => {
      const parsed = /^\d/.test(value) ? Number(value) : parseNumeral(value);
      return parsed === undefined ? whole : `${parsed}%`;
    })
    .replace(MIXED, (_whole, value: string, unit: string) => plain(Number(value) * (MIXED_UNITS[unit] as number)))
    .replace(NUMERAL, (numeral, offset: number, whole: string) => {
      const next = whole[offset + numeral.length] ?? '';
      if (numeral.length === 1 && !MEASURES.has(next)) return numeral;
      const value = parseNumeral(numeral);
      return value === undefined ? numeral : plain(value);
    })
    .replace(/(\d+(?:\.\d+)?)个点/g, '$1%');
}

/** Digits without exponent or trailing zeros, so that equal values have equal text. */
function plain(value: number): string {
  return Number.isInteger(value) ? value.toFixed(0) : String(Number(value.toFixed(4)));
}
