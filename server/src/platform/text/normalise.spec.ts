import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FILLERS, PROTECTED, SYNONYMS } from './lexicon.js';
import { normalise } from './normalise.js';

const vocabulary = [
  ...[...SYNONYMS].flatMap(([term, others]) => [term, ...others]),
  ...FILLERS,
  ...PROTECTED,
  ...'十二万 12万 百分之三 3个点 能不能 是不是 有没有 不 没 ， ？ . % 1 20 ab ＡＰＰ 国 票 税'.split(' '),
];
const anyQuestion = fc.array(fc.constantFrom(...vocabulary), { maxLength: 8 }).map((parts) => parts.join(''));

describe('normalise', () => {
  it.each([
    ['今年个税几号截止', '请问老师，今年个人所得税什么时候截止日期呢？'],
    ['收入不到12万还要不要汇算', '收入不到十二万还要年度汇算吗'],
    ['专票限额怎么提高', '增值税专票最高开票限额怎样调高'],
    ['个税ＡＰＰ在哪儿下载', '个税app去哪下载？谢谢'],
    ['能不能延期缴税', '能延期缴纳税款吗'],
    ['丢了执照怎么办', '丢了营业执照咋办'],
  ])('%s = %s', (one, other) => {
    expect(normalise(one)).toBe(normalise(other));
  });

  it.each([
    ['小规模怎么报税', '一般纳税人怎么报税'],
    ['收入12万', '收入13万'],
    ['12：30开门', '1230开门'],
    ['专票丢了', '普票丢了'],
    ['能退税', '不能退税'],
  ])('keeps %s apart from %s', (one, other) => {
    expect(normalise(one)).not.toBe(normalise(other));
  });

  it('leaves words alone in which another wording only seems to stand', () => {
    expect(normalise('中国税收政策')).toBe('中国税收政策');
    expect(normalise('把表提交税务局')).toBe('把表提交税务局');
    expect(normalise('手续费返还')).toBe('手续费返还');
    expect(normalise('厂房租金')).toBe('厂房租金');
  });

  it('keeps what there is when all of it is filler, and nothing of mere signs', () => {
    expect(normalise('您好！')).toBe('您好');
    expect(normalise('？？…')).toBe('');
  });

  it('is idempotent, whatever comes to stand beside what', () => {
    fc.assert(
      fc.property(fc.oneof(anyQuestion, fc.string({ unit: 'grapheme', maxLength: 20 })), (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the lexicon', () => {
  it('says each wording once', () => {
    const wordings = [...SYNONYMS].flatMap(([term, others]) => [term, ...others]);
    expect(wordings.filter((wording, i) => wordings.indexOf(wording) !== i)).toEqual([]);
  });

  it('has each wording in a form that normalising reaches', () => {
    for (const [term, others] of SYNONYMS) for (const other of others) expect(normalise(other)).toBe(normalise(term));
  });
});
