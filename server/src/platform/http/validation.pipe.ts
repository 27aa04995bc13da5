import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { AppError, messageOf, normalise, type Rules } from '@yiyun/shared';
import { validateSync } from 'class-validator';
import { rulesOf } from './dto.js';

/** Numbers and booleans of a query string, which come as text. */
function fromText(rules: Rules, query: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([field, v]) => {
      const kind = rules[field]?.kind;
      if (kind === 'int' && typeof v === 'string' && /^-?\d{1,16}$/.test(v)) return [field, Number(v)];
      if (kind === 'boolean' && (v === 'true' || v === 'false')) return [field, v === 'true'];
      return [field, v];
    }),
  );
}

/**
 * Judges bodies and queries by their DTO's class-validator decorators, after putting texts into their normal form. It
 * leaves out Nest's class-transformer pass, which flat DTOs don't need.
 */
@Injectable()
export class ValidationPipe implements PipeTransform {
  transform(value: unknown, { metatype, type }: ArgumentMetadata): unknown {
    const rules = rulesOf(metatype);
    if (!metatype || !rules) return value;
    const given = value ?? {};
    if (typeof given !== 'object' || Array.isArray(given)) throw new AppError('request.invalid');
    const plain =
      type === 'query' ? fromText(rules, given as Record<string, unknown>) : (given as Record<string, unknown>);
    const unknown = Object.keys(plain).filter((field) => !Object.hasOwn(rules, field));
    const dto = Object.assign(new (metatype as new () => object)(), normalise(rules, plain));
    const errors = validateSync(dto, { whitelist: false, forbidUnknownValues: false, stopAtFirstError: true });
    if (errors.length === 0 && unknown.length === 0) return dto;
    const refusal = new AppError('request.invalid');
    refusal.fields = [
      ...errors.map((e) => ({
        path: e.property,
        message:
          (dto as Record<string, unknown>)[e.property] === undefined
            ? messageOf(rules[e.property], 'required')
            : (Object.values(e.constraints ?? {})[0] ?? messageOf(rules[e.property], 'type')),
      })),
      ...unknown.map((path) => ({ path, message: messageOf(undefined, 'unknown') })),
    ];
    throw refusal;
  }
}
