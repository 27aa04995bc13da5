import { type Format, formats } from './formats.js';

/**
 * The rules of a request, written once. The terminals check a form with `check()`; the server turns the same table
 * into class-validator decorators and the OpenAPI schema. `label` is the word a person reads beside the field.
 */
interface Shapes {
  /** Text; surrounding blanks never count. `format` names a check with its own normal form (see formats.ts). */
  string: { kind: 'string'; min?: number; max: number; pattern?: RegExp; format?: Format };
  int: { kind: 'int'; min: number; max: number };
  boolean: { kind: 'boolean' };
  enum: { kind: 'enum'; values: readonly string[] };
  /** A list of texts: at most `max` of them (default: at least 0), each from `values` or within `item`. */
  strings: {
    kind: 'strings';
    min?: number;
    max: number;
    item: { min?: number; max: number };
    values?: readonly string[];
  };
}
export type Rule = Shapes[keyof Shapes] & { label: string; optional?: boolean };

type KindOf<T> = [T] extends [boolean]
  ? 'boolean'
  : [T] extends [number]
    ? 'int'
    : [T] extends [readonly string[]]
      ? 'strings'
      : [T] extends [string]
        ? string extends T
          ? 'string'
          : 'enum'
        : never;

/** Exactly one rule per field of T, of the kind its type asks for; optional where T's field is. */
export type RulesFor<T> = {
  readonly [K in keyof T]-?: Shapes[KindOf<NonNullable<T[K]>>] & {
    label: string;
  } & (undefined extends T[K] ? { optional: true } : { optional?: false });
};
export type Rules = Readonly<Record<string, Rule>>;

export type RuleName = 'required' | 'type' | 'min' | 'max' | 'pattern' | 'values' | 'unknown';
/** One field that breaks a rule; `message` is what the person reads. */
export interface FieldError {
  path: string;
  rule: RuleName;
  message: string;
}

const isText = (v: unknown): v is string => typeof v === 'string';

/** Characters as the databases count them for VARCHAR(n), and JSON Schema for maxLength: code points. */
export const lengthOf = (text: string): number =>
  text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);

function stringProblem(rule: Shapes['string'], text: string): RuleName | undefined {
  if (lengthOf(text) < (rule.min ?? 0)) return 'min';
  if (lengthOf(text) > rule.max) return 'max';
  if (rule.pattern && !rule.pattern.test(text)) return 'pattern';
  if (rule.format && !formats[rule.format].test(text)) return 'pattern';
  return undefined;
}

function stringsProblem(rule: Shapes['strings'], v: unknown): RuleName | undefined {
  if (!Array.isArray(v) || !v.every(isText)) return 'type';
  if (v.length > rule.max || v.some((s) => lengthOf(s) > rule.item.max)) return 'max';
  if (v.length < (rule.min ?? 0) || v.some((s) => lengthOf(s) < (rule.item.min ?? 0))) return 'min';
  if (rule.values && v.some((s) => !rule.values?.includes(s))) return 'values';
  return undefined;
}

/** The first rule that a present value breaks, or undefined. The value must be in normal form (see `normalise`). */
export function problemOf(rule: Rule, v: unknown): RuleName | undefined {
  switch (rule.kind) {
    case 'string':
      return isText(v) ? stringProblem(rule, v) : 'type';
    case 'int':
      if (!Number.isInteger(v)) return 'type';
      return (v as number) < rule.min ? 'min' : (v as number) > rule.max ? 'max' : undefined;
    case 'boolean':
      return typeof v === 'boolean' ? undefined : 'type';
    case 'enum':
      return isText(v) && rule.values.includes(v) ? undefined : 'values';
    case 'strings':
      return stringsProblem(rule, v);
  }
}

/** What a person reads when `rule` is broken; the same words on every terminal and from the server. */
export function messageOf(rule: Rule | undefined, broken: RuleName): string {
  if (!rule || broken === 'unknown') return '不能识别的内容';
  const { label } = rule;
  if (broken === 'required') return rule.kind === 'string' ? `请填写${label}` : `请选择${label}`;
  if (broken === 'values') return `请从列表中选择${label}`;
  if (rule.kind === 'string') {
    if (broken === 'min') return (rule.min ?? 0) <= 1 ? `请填写${label}` : `${label}至少${rule.min}个字`;
    if (broken === 'max') return `${label}最多${rule.max}个字`;
    if (broken === 'pattern') return rule.format ? formats[rule.format].message(label) : `${label}的格式不对，请核对`;
  }
  if (rule.kind === 'int' && broken !== 'type') return `${label}应在${rule.min}到${rule.max}之间`;
  if (rule.kind === 'strings' && broken === 'max') return `${label}最多${rule.max}项，每项最多${rule.item.max}个字`;
  if (rule.kind === 'strings' && broken === 'min') return `请选择${label}`;
  return `${label}的格式不对，请核对`;
}

/** Blanks around texts removed, formatted codes in their normal form; a blank optional text becomes absent. */
export function normalise<T extends object>(rules: Rules, value: T): T {
  const out = { ...value } as Record<string, unknown>;
  for (const [path, rule] of Object.entries(rules)) {
    const v = out[path];
    if (v === null) delete out[path];
    if (rule.kind === 'strings' && Array.isArray(v)) out[path] = v.map((s: unknown) => (isText(s) ? s.trim() : s));
    if (rule.kind !== 'string' || !isText(v)) continue;
    const text = rule.format ? formats[rule.format].normalise(v) : v.trim();
    if (text === '' && rule.optional) delete out[path];
    else out[path] = text;
  }
  return out as T;
}

/** Every field of `value` (in normal form) that breaks a rule, in the order of the table; an empty list means fit to send. */
export function check(rules: Rules, value: unknown): FieldError[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ path: '', rule: 'type', message: messageOf(undefined, 'unknown') }];
  }
  const given = value as Record<string, unknown>;
  const known = new Set(Object.keys(rules));
  const errors: FieldError[] = [];
  const fail = (path: string, rule: RuleName) =>
    void errors.push({ path, rule, message: messageOf(rules[path], rule) });
  for (const [path, rule] of Object.entries(rules)) {
    const v = given[path];
    if (v === undefined || v === null) {
      if (!rule.optional) fail(path, 'required');
      continue;
    }
    const broken = problemOf(rule, v);
    if (broken) fail(path, broken);
  }
  for (const path of Object.keys(given)) if (!known.has(path)) fail(path, 'unknown');
  return errors;
}
