const DIGITS: Record<string, number> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const SECTIONS: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/** A lone 一…九 is a number only before one of these; elsewhere it is part of a word (统一, 三方协议, 六税两费). */
const MEASURES = '个月年天日号岁人套次点季元块倍家张份位户周条台票届';

const NUMERAL = /[零〇一二两三四五六七八九十百千万亿]+/g;
const PERCENTAGE = /百分之([零〇一二两三四五六七八九十百]+|\d+(?:\.\d+)?)/g;
const MIXED = /(\d+(?:\.\d+)?)(千|百?万|亿)/g;
const MIXED_UNITS: Record<string, number> = { 千: 1e3, 万: 1e4, 百万: 1e6, 亿: 1e8 };

/**
 * The value of a Chinese numeral such as 十二万, 三百五 (350) or 二零二五; undefined when the characters are no
 * well-formed number (万一, 十分) or a word that only looks like one (千万).
 */
export function parseNumeral(text: string): number | undefined {
  if (/^[零〇一二两三四五六七八九]{2,}$/.test(text)) {
    return Number([...text].map((char) => DIGITS[char]).join(''));
  }
  if (!/^[一二两三四五六七八九十]|^百[万亿]/.test(text)) return undefined;
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastUnit = 1;
  for (const char of text) {
    const unit = UNITS[char];
    const scale = SECTIONS[char];
    if (unit !== undefined) {
      if (unit >= lastUnit && lastUnit !== 1 && section !== 0) return undefined;
      section += (digit ?? 1) * unit;
      digit = undefined;
      lastUnit = unit;
    } else if (scale !== undefined) {
      const value = section + (digit ?? 0);
      if (value === 0 && !(scale === SECTIONS.亿 && total > 0)) return undefined;
      total = scale === SECTIONS.亿 ? (total + value) * scale : total + value * scale;
      section = 0;
      digit = undefined;
      lastUnit = scale;
    } else {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = DIGITS[char] as number;
      if (digit === 0) lastUnit = 10;
    }
  }
  const tail = digit ?? 0;
  return total + section + (lastUnit > 10 ? tail * (lastUnit / 10) : tail);
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
      if (numeral.length === 1 && !MEASURES.includes(next || ' ')) return numeral;
      const value = parseNumeral(numeral) ?? (numeral.length === 1 ? DIGITS[numeral] : undefined);
      return value === undefined ? numeral : plain(value);
    })
    .replace(/(\d+(?:\.\d+)?)个点/g, '$1%');
}

/** Digits without exponent or trailing zeros, so that equal values have equal text. */
function plain(value: number): string {
  return Number.isInteger(value) ? value.toFixed(0) : String(Number(value.toFixed(4)));
}
