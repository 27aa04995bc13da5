import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './local-date.js';
import { maskPersonalText } from './mask-text.js';
import { makePhone } from './phone.js';
import { makeResidentId } from './resident-id.js';
import { makeUscc } from './uscc.js';

const PHONE = '[手机号已隐藏]';
const ID = '[身份证号已隐藏]';
const CARD = '[银行卡号已隐藏]';
const EMAIL = '[邮箱已隐藏]';

const cases = (rows: [text: string, masked: string][]) => {
  for (const [text, masked] of rows) expect(maskPersonalText(text)).toBe(masked);
};

describe('H3 free text made public holds no personal numbers', () => {
  it('hides phones however they are written', () => {
    cases([
      ['我的电话13812345678，谢谢', `我的电话${PHONE}，谢谢`],
      ['138 1234 5678或139-8765-4321', `${PHONE}或${PHONE}`],
      ['１３８１２３４５６７８', PHONE],
      ['１３８　１２３４　５６７８', PHONE],
      ['1 3 8 1 2 3 4 5 6 7 8', PHONE],
      ['138.1234.5678', PHONE],
      ['138\u200b1234\u200b5678', PHONE],
      ['拨+86 138-1234-5678', `拨${PHONE}`],
      ['(+86)13812345678', `(+86)${PHONE}`],
      ['0086 13812345678或013812345678', `${PHONE}或${PHONE}`],
      ['VX13812345678同号', `VX${PHONE}同号`],
      ['13812345678x', PHONE],
      ['幺三八一二三四五六七八', PHONE],
      ['一三八 一二三四 五六七八', PHONE],
    ]);
  });

  it('hides resident ids, with a slip in the check digit or of the old kind too', () => {
    cases([
      ['身份证11010519491231002X的', `身份证${ID}的`],
      ['身份证110105 19491231 002 x。', `身份证${ID}。`],
      ['11010519491231002x', ID],
      ['１１０１０５１９４９１２３１００２Ｘ', ID],
      ['110105194912310021', ID],
      ['11010519491231002Xtel', `${ID}Xtel`],
      ['旧号110105491231002', `旧号${ID}`],
    ]);
  });

  it('hides bank cards', () => {
    cases([
      ['卡号6222020200112233445', `卡号${CARD}`],
      ['卡号6222 0202 0011 2233 445', `卡号${CARD}`],
      ['4111-1111-1111-1111', CARD],
    ]);
  });

  it('hides e-mail addresses', () => {
    cases([
      ['发到zhang.san+tax@mail.example.com.cn吧', `发到${EMAIL}吧`],
      ['ｚｈａｎｇ＠ｑｑ．ｃｏｍ', EMAIL],
      ['zhang @ qq.com', EMAIL],
      ['13812345678@163.com', EMAIL],
    ]);
  });

  it('hides each of several numbers that stand close together', () => {
    cases([['张三,13812345678,11010519491231002X', `张三,${PHONE},${ID}`]]);
    const close = maskPersonalText('2026-11-15 13812345678 13987654321 11010519491231002X');
    expect(close).not.toMatch(/1381|5678|1398|4321|1949|002X/);
  });

  it('leaves other numbers alone', () => {
    const texts = [
      '电子发票号码25332000000138123456',
      '税号914403001922038216和9144030071526726XG',
      '咨询12366或0574-87654321',
      '2026年11月22日 14:30，金额13812.50元',
      '2023 2024 2025 2026年度',
      '销售额138000、139000、150000元',
      '1500.00 23000元',
      '订单号138123456789012',
      '预约号Y261122-7KQ2M9',
      '@所有人 一二三四五六七八九十',
      '二〇二六年第三十八号',
    ];
    for (const text of texts) expect(maskPersonalText(text)).toBe(text);
  });

  it('lets no made-up phone or id through in any grouping, and does not touch its own labels', () => {
    const gap = fc.constantFrom('', '', ' ', '-', '　', ' - ');
    const secret = fc.oneof(
      fc.nat(9_999_999).map(makePhone),
      fc.tuple(fc.nat(30_000), fc.nat(999)).map(([d, n]) => makeResidentId('330212', addDays('1930-01-01', d), n)),
    );
    const around = fc.constantFrom('', '电话', '，', 'tel:', ' ', '。\n', '（');
    fc.assert(
      fc.property(secret, fc.array(gap, { minLength: 18, maxLength: 18 }), around, around, (number, gaps, a, b) => {
        const spaced = Array.from(number, (char, i) => (i === 0 ? '' : gaps[i]) + char).join('');
        const masked = maskPersonalText(a + spaced + b);
        expect(masked).not.toMatch(/\d/);
        expect(masked.startsWith(a.trimEnd()) && masked.endsWith(b)).toBe(true);
        expect(maskPersonalText(masked)).toBe(masked);
      }),
    );
  });

  it('leaves taxpayer codes readable', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (n) => {
        const uscc = makeUscc(`91330212MA${String(n).padStart(7, '2').slice(0, 7)}`);
        return maskPersonalText(`税号${uscc}。`) === `税号${uscc}。`;
      }),
    );
  });

  it('takes linear time on hostile text', () => {
    const startedAt = performance.now();
    for (const text of [
      '1'.repeat(50_000),
      '1 '.repeat(20_000),
      'a'.repeat(50_000),
      'a@'.repeat(20_000),
      ' '.repeat(50_000),
    ]) {
      maskPersonalText(text);
    }
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });
});
