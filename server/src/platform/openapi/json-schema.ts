/** The part of JSON Schema (2020-12, as OpenAPI 3.1 uses it) that describes what goes over our wire. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  contentMediaType?: string;
}

/** Schemas of every route's answer, by `module.route`, and of the named types that they are made of. */
export interface AnswerSchemas {
  answers: Record<string, JsonSchema>;
  types: Record<string, JsonSchema>;
}
export const typeRef = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
