import {
  type Format,
  makePhone,
  makeReferenceNo,
  makeResidentId,
  makeUscc,
  type Rule,
  type Rules,
} from '@yiyun/shared';
import fc, { type Arbitrary } from 'fast-check';

type TextRule = Extract<Rule, { kind: 'string' }>;
type TextsRule = Extract<Rule, { kind: 'strings' }>;

/** Characters that are counted wrongly somewhere: two UTF-16 units, variation selectors, half pairs, blanks. */
const character = fc.constantFrom('税', '务', 'a', '7', '-', '𠮷', '😀', '\uFE0F', '\uD83D', ' ', '\u3000', '\n');
const textOf = (minLength: number, maxLength: number): Arbitrary<string> =>
  fc.array(character, { minLength, maxLength }).map((chars) => chars.join(''));

const formatted: Record<Format, Arbitrary<string>> = {
  id: fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
  localDate: fc.constantFrom('2026-11-23', '2028-02-29', ' 2026-01-01 '),
  phone: fc.nat(999).map(makePhone),
  uscc: fc.nat(999).map((n) => makeUscc(`91330212MA2${String(n).padStart(6, '0')}`)),
  residentId: fc.nat(999).map((n) => makeResidentId('330212', '1990-01-01', n)),
  referenceNo: fc.nat(999).map((n) => ` ${makeReferenceNo('S', '2026-11-23', n).toLowerCase()}`),
};

/** A text at most 30 characters beyond its bounds, so that long fields stay cheap to try. */
function goodText({ min = 0, max, pattern, format }: TextRule): Arbitrary<string> {
  if (format) return formatted[format];
  if (pattern?.unicode) return fc.constantFrom('王晓明', '阿依古丽·买买提', 'Anna Li', '甲');
  if (pattern) return fc.stringMatching(pattern);
  const room = Math.min(max, min + 30);
  return fc.oneof(textOf(min, room), fc.constantFrom('税'.repeat(min), '税'.repeat(max), '𠮷'.repeat(max)));
}

const badText = ({ min = 0, max }: TextRule): Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom('', '  ', '税'.repeat(Math.max(0, min - 1)), '税'.repeat(max + 1), '😀'.repeat(max + 1)),
    textOf(0, 30),
  );

const goodTexts = ({ min = 0, max, item, values }: TextsRule): Arbitrary<string[]> =>
  fc.array(values ? fc.constantFrom(...values) : goodText({ kind: 'string', label: '', ...item }), {
    minLength: min,
    maxLength: Math.min(max, min + 3),
  });

const badTexts = ({ min = 0, max, item }: TextsRule): Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom<unknown>(
      Array<string>(Math.max(0, min - 1)).fill('税'),
      Array<string>(max + 1).fill('税'),
      Array<number>(max + 1).fill(1),
      ['税', 5],
      ['  '],
      ['税'.repeat(item.max + 1), ''],
    ),
    fc.array(badText({ kind: 'string', label: '', ...item }), { maxLength: max + 1 }),
  );

function good(rule: Rule): Arbitrary<unknown> {
  switch (rule.kind) {
    case 'string':
      return goodText(rule);
    case 'int':
      return fc.oneof(fc.integer({ min: rule.min, max: rule.max }), fc.constantFrom(rule.min, rule.max));
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...rule.values);
    case 'strings':
      return goodTexts(rule);
  }
}

function bad(rule: Rule): Arbitrary<unknown> {
  switch (rule.kind) {
    case 'string':
      return badText(rule);
    case 'int':
      return fc.constantFrom<unknown>(rule.min - 1, rule.max + 1, rule.min + 0.5, 2 ** 53, 1e300, String(rule.min));
    case 'boolean':
      return fc.constantFrom<unknown>('true', 0, 1);
    case 'enum':
      return fc.constantFrom<unknown>('', ` ${rule.values[0]}`, [rule.values[0]], 'toString');
    case 'strings':
      return badTexts(rule);
  }
}

const nothing = Symbol('left out');
const wrongType = fc.constantFrom<unknown>(nothing, null, 5, true, 'text', [], {}, [null], { length: 3 });
const strangers = fc.constantFrom<Record<string, unknown>>(
  {},
  {},
  {},
  {},
  { other: 1 },
  { toString: 'x' },
  { path: null },
);

const mostly = <T>(usual: Arbitrary<T>, rare: Arbitrary<T>): Arbitrary<T> =>
  fc.oneof({ arbitrary: usual, weight: 10 }, { arbitrary: rare, weight: 1 });

function recordOf(fields: Record<string, Arbitrary<unknown>>): Arbitrary<Record<string, unknown>> {
  return fc
    .tuple(fc.record(fields), strangers)
    .map(([given, more]) =>
      Object.fromEntries([...Object.entries(given), ...Object.entries(more)].filter(([, v]) => v !== nothing)),
    );
}

/** What a terminal holds in its hands, and what arrives of it. */
export interface Request {
  typed: Record<string, unknown>;
  sent: Record<string, unknown>;
}

/** Bodies for a table of rules: about half of them good, the others with one or a few fields at fault. */
export function bodyFor(rules: Rules): Arbitrary<Request> {
  const field = (rule: Rule) =>
    mostly(
      rule.optional ? fc.oneof(good(rule), fc.constantFrom<unknown>(nothing, null)) : good(rule),
      fc.oneof(bad(rule), wrongType),
    );
  return recordOf(Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, field(rule)]))).map(
    (typed) => ({
      typed,
      sent: JSON.parse(JSON.stringify(typed)) as Record<string, unknown>,
    }),
  );
}

/** Queries for a table of rules. All of it arrives as text, so a number or a yes at fault is a text that reads as neither. */
export function queryFor(rules: Rules): Arbitrary<Request> {
  const fault = (rule: Rule): Arbitrary<unknown> => {
    if (rule.kind === 'string') return badText(rule);
    if (rule.kind === 'int') return fc.constantFrom<unknown>(rule.min - 1, 'abc', '1.5', '1e3', '');
    return fc.constantFrom<unknown>('', 'yes', 'toString');
  };
  const field = (rule: Rule) =>
    mostly(
      rule.optional ? fc.oneof(good(rule), fc.constant<unknown>(nothing)) : good(rule),
      fc.oneof(fault(rule), fc.constant<unknown>(nothing)),
    );
  const strange = fc.constantFrom<Record<string, string>>({}, {}, {}, { other: '1' });
  const fields = fc.record(Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, field(rule)])));
  return fc.tuple(fields, strange).map(([given, more]) => {
    const typed = Object.fromEntries(Object.entries({ ...given, ...more }).filter(([, v]) => v !== nothing));
    return { typed, sent: Object.fromEntries(Object.entries(typed).map(([name, v]) => [name, String(v)])) };
  });
}
