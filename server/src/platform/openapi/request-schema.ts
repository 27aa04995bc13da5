import type { Format, Rule, Rules } from '@yiyun/shared';
import type { JsonSchema } from './json-schema.js';

/** What the codes with a check of their own look like once they are normalised. */
const formatted: Record<Format, JsonSchema> = {
  id: { pattern: '^[0-9A-HJKMNP-TV-Z]{26}$', minLength: 26 },
  localDate: { format: 'date' },
  phone: { pattern: '^1[3-9]\\d{9}$' },
  uscc: { pattern: '^[0-9A-HJ-NP-RTUW-Y]{18}$' },
  residentId: { pattern: '^\\d{17}[\\dX]$' },
  referenceNo: { pattern: '^[YSW]\\d{6}[0-9A-HJKMNP-TV-Z]{6}$' },
};

/** One field's rule as a schema; `label` is what people call the field. */
export function schemaOfRule(rule: Rule): JsonSchema {
  const description = rule.label;
  switch (rule.kind) {
    case 'string':
      return {
        type: 'string',
        description,
        ...(rule.min !== undefined && { minLength: rule.min }),
        maxLength: rule.max,
        ...(rule.pattern && { pattern: rule.pattern.source }),
        ...(rule.format && formatted[rule.format]),
      };
    case 'int':
      return { type: 'integer', description, minimum: rule.min, maximum: rule.max };
    case 'boolean':
      return { type: 'boolean', description };
    case 'enum':
      return { type: 'string', description, enum: [...rule.values] };
    case 'strings':
      return {
        type: 'array',
        description,
        ...(rule.min !== undefined && { minItems: rule.min }),
        maxItems: rule.max,
        items: {
          type: 'string',
          ...(rule.item.min !== undefined && { minLength: rule.item.min }),
          maxLength: rule.item.max,
          ...(rule.values && { enum: [...rule.values] }),
        },
      };
  }
}

/** The same table that the server's DTOs are made of, as the schema of a request's body. */
export function schemaOfRules(rules: Rules): JsonSchema {
  const required = Object.keys(rules).filter((field) => !rules[field]?.optional);
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(rules).map(([field, rule]) => [field, schemaOfRule(rule)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}
