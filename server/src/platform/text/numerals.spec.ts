import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseNumeral, unifyNumbers } from './numerals.js';

const DIGITS = '零一二三四五六七八九';

/** Chinese numeral of 1 … 99,999,999, written independently of the parser, section by section. */
function inChinese(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    const gap = rest > 0 && rest < 1000 ? '零' : '';
    return `${inChinese(Math.floor(value / 10_000))}万${gap}${rest > 0 ? inChinese(rest) : ''}`;
  }
  const places = ['千', '百', '十', ''];
  const digits = [...String(value).padStart(4, '0')];
  return digits
    .map((digit, i) => (digit === '0' ? '零' : DIGITS[Number(digit)] + (places[i] as string)))
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '');
}

describe('parseNumeral', () => {
  it('reads every number back that is written out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
        expect(parseNumeral(inChinese(value))).toBe(value);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['十二万', 120_000],
    ['三百五', 350],
    ['两万三', 23_000],
    ['三万零五', 30_005],
    ['一亿两千万', 120_000_000],
    ['一万亿', 1e12],
    ['百万', 1_000_000],
    ['二零二五', 2025],
  ])('%s is %d', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });

  it.each(['万一', '千万', '万', '零', '二三十', '三四', '一十百', ''])('%s is no number', (text) => {
    expect(parseNumeral(text)).toBeUndefined();
  });
});

describe('unifyNumbers', () => {
  it.each([
    ['收入12万', '收入120000'],
    ['收入十二万', '收入120000'],
    ['收入120,000', '收入120000'],
    ['1.5万元', '15000元'],
    ['1.1万', '11000'],
    ['百分之三', '3%'],
    ['按3个点', '按3%'],
    ['三岁以下', '3岁以下'],
    ['十五日内', '15日内'],
    ['三方协议', '三方协议'],
    ['六税两费', '六税两费'],
    ['三四线城市', '三四线城市'],
    ['打一二三六六', '打12366'],
    ['统一规定', '统一规定'],
    ['十分满意', '十分满意'],
    ['万一忘了', '万一忘了'],
    ['千万别忘', '千万别忘'],
  ])('%s → %s', (text, expected) => {
    expect(unifyNumbers(text)).toBe(expected);
  });
});
