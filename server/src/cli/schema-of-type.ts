import ts from 'typescript';
import { type JsonSchema, typeRef } from '../platform/openapi/json-schema.js';

const has = (type: ts.Type, flag: ts.TypeFlags): boolean => (type.flags & flag) !== 0;

/**
 * Turns TypeScript types into JSON Schema. Types with a name of their own go to `types` once and are referred to; comments
 * become descriptions. Every number on our wire is an integer. Throws for what JSON can't carry.
 */
export class TypeSchemas {
  readonly types: Record<string, JsonSchema> = {};

  constructor(private readonly checker: ts.TypeChecker) {}

  schemaOf(type: ts.Type): JsonSchema {
    const name = this.nameOf(type);
    if (!name) return this.shapeOf(type);
    if (!this.types[name]) {
      this.types[name] = {};
      Object.assign(this.types[name], this.shapeOf(type), this.descriptionOf(type.aliasSymbol ?? type.symbol));
    }
    return typeRef(name);
  }

  /** `AppointmentView`, `AppointmentViewPage` for Page<AppointmentView>; undefined for a type without a name. */
  private nameOf(type: ts.Type): string | undefined {
    if (type.aliasSymbol && !type.aliasTypeArguments) return type.aliasSymbol.name;
    if (!type.symbol || !(type.symbol.flags & ts.SymbolFlags.Interface) || this.checker.isArrayType(type))
      return undefined;
    const given = this.checker.getTypeArguments(type as ts.TypeReference);
    return [...given.map((argument) => this.nameOf(argument) ?? 'Any'), type.symbol.name].join('');
  }

  private shapeOf(type: ts.Type): JsonSchema {
    if (has(type, ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    if (has(type, ts.TypeFlags.Null)) return { type: 'null' };
    if (type.isStringLiteral()) return { type: 'string', const: type.value };
    if (has(type, ts.TypeFlags.BooleanLiteral)) {
      return { type: 'boolean', const: this.checker.typeToString(type) === 'true' };
    }
    if (has(type, ts.TypeFlags.String)) return { type: 'string' };
    if (has(type, ts.TypeFlags.Number)) return { type: 'integer', format: 'int64' };
    if (has(type, ts.TypeFlags.Boolean)) return { type: 'boolean' };
    if (type.isUnion()) return this.unionOf(type.types);
    if (this.checker.isArrayType(type)) {
      const [item] = this.checker.getTypeArguments(type as ts.TypeReference);
      return { type: 'array', items: item ? this.schemaOf(item) : {} };
    }
    if (has(type, ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return this.objectOf(type);
    throw new Error(`${this.checker.typeToString(type)} can't go over the wire`);
  }

  private unionOf(members: ts.Type[]): JsonSchema {
    const texts = members.filter((member) => member.isStringLiteral());
    const truths = members.filter((member) => has(member, ts.TypeFlags.BooleanLiteral));
    const nullable = members.some((member) => has(member, ts.TypeFlags.Null));
    const others = members.filter(
      (member) =>
        !texts.includes(member as ts.StringLiteralType) && !truths.includes(member) && !has(member, ts.TypeFlags.Null),
    );
    const schemas = [
      ...(texts.length > 0 ? [{ type: 'string', enum: texts.map((text) => text.value) }] : []),
      ...(truths.length === 2 ? [{ type: 'boolean' }] : truths.map((truth) => this.shapeOf(truth))),
      ...others.map((member) => this.schemaOf(member)),
    ];
    const [only] = schemas;
    if (schemas.length === 1 && only) return nullable ? orNull(only) : only;
    return { anyOf: [...schemas, ...(nullable ? [{ type: 'null' }] : [])] };
  }

  private objectOf(type: ts.Type): JsonSchema {
    const indexed = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    if (indexed) return { type: 'object', additionalProperties: this.schemaOf(indexed) };
    const fields = this.checker.getPropertiesOfType(type);
    const required = fields.filter((field) => !(field.flags & ts.SymbolFlags.Optional)).map((field) => field.name);
    return {
      type: 'object',
      properties: Object.fromEntries(fields.map((field) => [field.name, this.fieldOf(field)])),
      ...(required.length > 0 && { required }),
    };
  }

  private fieldOf(field: ts.Symbol): JsonSchema {
    const type = this.checker.getTypeOfSymbol(field);
    const given = field.flags & ts.SymbolFlags.Optional ? this.checker.getNonNullableType(type) : type;
    return { ...this.schemaOf(given), ...this.descriptionOf(field) };
  }

  private descriptionOf(symbol: ts.Symbol | undefined): Pick<JsonSchema, 'description'> {
    const text = ts.displayPartsToString(symbol?.getDocumentationComment(this.checker));
    return text ? { description: text } : {};
  }
}

function orNull(schema: JsonSchema): JsonSchema {
  if (typeof schema.type !== 'string' || schema.const !== undefined) return { anyOf: [schema, { type: 'null' }] };
  return { ...schema, type: [schema.type, 'null'], ...(schema.enum && { enum: [...schema.enum, null] }) };
}
