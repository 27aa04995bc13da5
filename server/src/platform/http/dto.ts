import { formats, messageOf, type Rule, type Rules, type RulesFor } from '@yiyun/shared';
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
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  type ValidationOptions,
} from 'class-validator';

export const RULES = Symbol('rules of a DTO');

function decoratorsOf(rule: Rule): PropertyDecorator[] {
  const say = (broken: Parameters<typeof messageOf>[1]): ValidationOptions => ({ message: messageOf(rule, broken) });
  switch (rule.kind) {
    case 'string': {
      const { format } = rule;
      return [
        IsString(say('type')),
        MinLength(rule.min ?? 0, say('min')),
        MaxLength(rule.max, say('max')),
        ...(rule.pattern ? [Matches(rule.pattern, say('pattern'))] : []),
        ...(format
          ? [
              ValidateBy(
                { name: format, validator: { validate: (v) => typeof v === 'string' && formats[format].test(v) } },
                say('pattern'),
              ),
            ]
          : []),
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
        ArrayMinSize(rule.min ?? 0, say('min')),
        ArrayMaxSize(rule.max, say('max')),
        IsString({ each: true, ...say('type') }),
        MinLength(rule.item.min ?? 0, { each: true, ...say('min') }),
        MaxLength(rule.item.max, { each: true, ...say('max') }),
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
