import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { check, normalise, problemOf, type Rules, type RulesFor } from './rules.js';

interface Form {
  name: string;
  count: number;
  agreed: boolean;
  kind: 'a' | 'b';
  tags: string[];
  phone?: string;
  note?: string;
}
const rules = {
  name: { kind: 'string', min: 2, max: 5, pattern: /^\p{L}+$/u, label: '姓名' },
  count: { kind: 'int', min: 1, max: 9, label: '份数' },
  agreed: { kind: 'boolean', label: '是否同意' },
  kind: { kind: 'enum', values: ['a', 'b'], label: '类别' },
  tags: { kind: 'strings', min: 1, max: 2, item: { min: 1, max: 3 }, label: '标签' },
  phone: { kind: 'string', max: 11, format: 'phone', optional: true, label: '手机号' },
  note: { kind: 'string', max: 3, optional: true, label: '备注' },
} as const satisfies RulesFor<Form>;
const good: Form = { name: '王晓明', count: 3, agreed: true, kind: 'a', tags: ['税'] };

const judge = (value: object): string[] => check(rules, normalise(rules, value)).map((e) => `${e.path} ${e.rule}`);

describe('check', () => {
  it('passes a good form, with and without its optional fields', () => {
    expect(judge(good)).toEqual([]);
    expect(judge({ ...good, phone: '138 0000 5678', note: '急' })).toEqual([]);
  });

  it.each([
    ['name', undefined, 'required', '请填写姓名'],
    ['name', null, 'required', '请填写姓名'],
    ['name', 5, 'type', '姓名的格式不对，请核对'],
    ['name', '王', 'min', '姓名至少2个字'],
    ['name', '王王王王王王', 'max', '姓名最多5个字'],
    ['name', '王12', 'pattern', '姓名的格式不对，请核对'],
    ['count', 0, 'min', '份数应在1到9之间'],
    ['count', 10, 'max', '份数应在1到9之间'],
    ['count', 1.5, 'type', '份数的格式不对，请核对'],
    ['count', Number.NaN, 'type', '份数的格式不对，请核对'],
    ['count', '3', 'type', '份数的格式不对，请核对'],
    ['agreed', 'true', 'type', '是否同意的格式不对，请核对'],
    ['kind', 'c', 'values', '请从列表中选择类别'],
    ['kind', undefined, 'required', '请选择类别'],
    ['tags', [], 'min', '请选择标签'],
    ['tags', ['a', 'b', 'c'], 'max', '标签最多2项，每项最多3个字'],
    ['tags', ['abcd'], 'max', '标签最多2项，每项最多3个字'],
    ['tags', [' '], 'min', '请选择标签'],
    ['tags', [1], 'type', '标签的格式不对，请核对'],
    ['tags', 'a', 'type', '标签的格式不对，请核对'],
    ['phone', '123', 'pattern', '手机号应为11位手机号'],
    ['note', '很长的备注', 'max', '备注最多3个字'],
    ['other', 1, 'unknown', '不能识别的内容'],
    ['toString', 1, 'unknown', '不能识别的内容'],
  ])('names %s = %p as %s', (path, value, rule, message) => {
    expect(check(rules, normalise(rules, { ...good, [path]: value }))).toEqual([{ path, rule, message }]);
  });

  it('refuses what is no form at all', () => {
    for (const value of [null, undefined, 5, 'text', []]) expect(check(rules, value)).toHaveLength(1);
  });

  it('lists the fields in the order of the table, unknown ones last', () => {
    expect(judge({ zzz: 1 }).map((fault) => fault.split(' ')[0])).toEqual([
      'name',
      'count',
      'agreed',
      'kind',
      'tags',
      'zzz',
    ]);
  });

  it('counts what a person sees as one character as one', () => {
    expect(problemOf(rules.note, '𠮷𠮷𠮷')).toBeUndefined();
    expect(problemOf(rules.note, '𠮷𠮷𠮷𠮷')).toBe('max');
  });
});

describe('normalise', () => {
  it('drops blanks around texts, and optional texts that are blank', () => {
    expect(normalise(rules, { ...good, name: ' 王晓明 ', note: '   ', phone: '', tags: [' 税 '] })).toEqual(good);
  });

  it('keeps a required text that is blank, so that it is named as missing', () => {
    expect(normalise<Partial<Form>>(rules, { name: '  ' })).toEqual({ name: '' });
  });

  it('leaves the form that was given as it is', () => {
    const given = Object.freeze({ ...good, name: ' 王晓明 ' });
    normalise(rules, given);
    expect(given.name).toBe(' 王晓明 ');
  });

  it('is idempotent: a second pass changes nothing', () => {
    const loose: Rules = rules;
    fc.assert(
      fc.property(fc.record(Object.fromEntries(Object.keys(loose).map((k) => [k, fc.anything()]))), (value) => {
        const once = normalise(loose, value);
        expect(normalise(loose, once)).toEqual(once);
      }),
    );
  });
});

/** Checked by the compiler: a table that leaves a field out, or gives it another kind, is no table of the form. */
export const misfits = [
  // @ts-expect-error the field `b` has no rule
  { a: { kind: 'int', min: 0, max: 1, label: '甲' } } satisfies RulesFor<{ a: number; b: string }>,
  // @ts-expect-error a number is no string
  { a: { kind: 'string', max: 1, label: '甲' } } satisfies RulesFor<{ a: number }>,
  // @ts-expect-error the field may be left out, the rule says not
  { a: { kind: 'int', min: 0, max: 1, label: '甲' } } satisfies RulesFor<{ a?: number }>,
];
