import { formats, lengthOf, messageOf, type Rule, type Rules, type RulesFor } from '@yiyun/shared';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateBy,
  type ValidationOptions,
} from 'class-validator';

export const RULES = Symbol('rules of a DTO');

/** A check of one text. class-validator's own lengths leave variation selectors out, which the databases count. */
const Text = (name: string, test: (text: string) => boolean, options: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name, validator: { validate: (v) => typeof v === 'string' && test(v) } }, options);
const LongEnough = (min = 0, options: ValidationOptions) => Text('longEnough', (t) => lengthOf(t) >= min, options);
const ShortEnough = (max: number, options: ValidationOptions) =>
  Text('shortEnough', (t) => lengthOf(t) <= max, options);

/** In the order in which the contract's `check` looks, because only the first fault of a field is told. */
function decoratorsOf(rule: Rule): PropertyDecorator[] {
  const say = (broken: Parameters<typeof messageOf>[1]): ValidationOptions => ({ message: messageOf(rule, broken) });
  switch (rule.kind) {
    case 'string': {
      const { format } = rule;
      return [
        IsString(say('type')),
        LongEnough(rule.min, say('min')),
        ShortEnough(rule.max, say('max')),
        ...(rule.pattern ? [Matches(rule.pattern, say('pattern'))] : []),
        ...(format ? [Text(format, (text) => formats[format].test(text), say('pattern'))] : []),
      ];
    }
    case 'int':
      return [IsInt(say('type')), Min(rule.min, say('min')), Max(rule.max, say('max'))];
    case 'boolean':
      return [IsBoolean(say('type'))];
    case 'enum':
      return [IsIn([...rule.values], say('values'))];
    case 'strings':
      return [
        IsArray(say('type')),
        IsString({ each: true, ...say('type') }),
        ArrayMaxSize(rule.max, say('max')),
        ShortEnough(rule.item.max, { each: true, ...say('max') }),
        ArrayMinSize(rule.min ?? 0, say('min')),
        LongEnough(rule.item.min, { each: true, ...say('min') }),
        ...(rule.values ? [IsIn([...rule.values], { each: true, ...say('values') })] : []),
      ];
  }
}

/**
 * The base class of a request's DTO: `class BookDto extends Dto<BookAppointmentBody>(bookAppointmentRules) {}` is an
 * object of that shape whose class-validator decorators are the contract's rules.
 */
export function Dto<T extends object>(rules: RulesFor<T>): new () => T {
  class RuledDto {
    static readonly [RULES]: Rules = rules as Rules;
  }
  for (const [field, rule] of Object.entries(rules as Rules)) {
    const decorators = [...decoratorsOf(rule), ...(rule.optional ? [IsOptional()] : [])];
    for (const decorate of decorators) decorate(RuledDto.prototype, field);
  }
  return RuledDto as unknown as new () => T;
}

export const rulesOf = (type: unknown): Rules | undefined => (type as { [RULES]?: Rules } | undefined)?.[RULES];
