import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { ANSWER_SCHEMAS_FILE } from '../platform/openapi/answer-schemas.js';
import type { AnswerSchemas, JsonSchema } from '../platform/openapi/json-schema.js';
import { TypeSchemas } from './schema-of-type.js';

/** The contract's types, as a build of `shared` leaves them. */
const contractTypes = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('@yiyun/shared')), 'contract/index.d.ts');

/** Reads the answer of every route off the contract's types. Routes that answer no JSON are left out. */
function buildAnswerSchemas(): AnswerSchemas {
  const file = contractTypes();
  const program = ts.createProgram([file], { strict: true, noEmit: true, types: [], module: ts.ModuleKind.NodeNext });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const contract =
    source &&
    checker
      .getExportsOfModule(checker.getSymbolAtLocation(source) as ts.Symbol)
      .find(({ name }) => name === 'contract');
  if (!contract) throw new Error(`No contract in ${file}`);

  const schemas = new TypeSchemas(checker);
  const answers: Record<string, JsonSchema> = {};
  const typeOf = (owner: ts.Type, name: string): ts.Type | undefined => {
    const field = checker.getPropertyOfType(owner, name);
    return field && checker.getNonNullableType(checker.getTypeOfSymbol(field));
  };
  const moduleTypes = checker.getTypeOfSymbol(contract);
  for (const module of checker.getPropertiesOfType(moduleTypes)) {
    const routes = checker.getTypeOfSymbol(module);
    for (const route of checker.getPropertiesOfType(routes)) {
      const types = typeOf(checker.getTypeOfSymbol(route), 'types');
      const result = types && typeOf(types, 'result');
      if (!result) throw new Error(`${module.name}.${route.name} declares no result`);
      if (!(result.flags & ts.TypeFlags.Never)) answers[`${module.name}.${route.name}`] = schemas.schemaOf(result);
    }
  }
  return { answers, types: schemas.types };
}

/** Writes them all at once, so that nobody reads half a file. */
function writeAnswerSchemas(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(buildAnswerSchemas()));
  renameSync(unfinished, file);
}

writeAnswerSchemas(process.argv[2] ?? ANSWER_SCHEMAS_FILE);
