import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AnyRoute, commonErrors, contract, type ErrorBody } from '@yiyun/shared';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { readAnswerSchemas } from '../../src/platform/openapi/answer-schemas.js';
import type { AnswerSchemas, JsonSchema } from '../../src/platform/openapi/json-schema.js';

interface NamedRoute {
  name: string;
  route: AnyRoute;
  address: RegExp;
}
const routes: NamedRoute[] = Object.entries(contract)
  .flatMap(([module, declared]) =>
    Object.entries(declared as Record<string, AnyRoute>).map(([name, route]) => ({
      name: `${module}.${name}`,
      route,
      address: new RegExp(`^${(route.path as string).replace(/:\w+/g, '[^/]+')}$`),
    })),
  )
  .sort((a, b) => a.route.path.split(':').length - b.route.path.split(':').length);

/** The route that answers a path, a literal one before one with parameters; undefined where the contract has none. */
export const routeAt = (method: string, path: string): NamedRoute | undefined =>
  routes.find(({ route, address }) => route.method === method && address.test(path));

const SERVER = join(dirname(fileURLToPath(import.meta.url)), '../..');
const CONTRACT = join(SERVER, '../shared/dist');
/** Kept between runs, because reading the contract's types takes two seconds. */
const KEPT = join(SERVER, '../.build/answer-schemas.json');

/** The schemas of all answers, made anew when the contract was built after them. */
export function freshAnswerSchemas(): AnswerSchemas {
  const changedAt = (file: string) => statSync(file).mtimeMs;
  const types = ['contract', 'domain'].flatMap((folder) =>
    readdirSync(join(CONTRACT, folder), { encoding: 'utf8' }).map((file) => join(CONTRACT, folder, file)),
  );
  const isFresh = existsSync(KEPT) && types.every((file) => changedAt(file) <= changedAt(KEPT));
  if (!isFresh) {
    const loader = join(SERVER, 'src/platform/threads/compile-on-load.mjs');
    execFileSync(process.execPath, ['--import', loader, join(SERVER, 'src/cli/answer-schemas.ts'), KEPT]);
  }
  return readAnswerSchemas(KEPT);
}

/** For our own answers the types are exact: a field that the type doesn't name is a leak. */
function closed(schema: JsonSchema): JsonSchema {
  const each = (schemas: JsonSchema[]) => schemas.map(closed);
  const { properties, items, anyOf } = schema;
  return {
    ...schema,
    ...(anyOf && { anyOf: each(anyOf) }),
    ...(items && { items: closed(items) }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, closed(field)])),
      additionalProperties: false,
    }),
  };
}

let judges: ((name: string) => ValidateFunction | undefined) | undefined;
function judgesOfAnswers(): (name: string) => ValidateFunction | undefined {
  const { answers, types } = freshAnswerSchemas();
  const ajv = new Ajv2020({ formats: { int64: true }, allErrors: true, allowUnionTypes: true });
  const pointed = (schema: object): object =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/components/schemas/', '"contract#/$defs/')) as object;
  const named = Object.entries(types).map(([name, schema]) => [name, pointed(closed(schema))]);
  ajv.addSchema({ $id: 'contract', $defs: Object.fromEntries(named) });
  const compiled = new Map<string, ValidateFunction>();
  return (name) => {
    const answer = answers[name];
    if (!answer) return undefined;
    const judge = compiled.get(name) ?? ajv.compile(pointed(closed(answer)));
    compiled.set(name, judge);
    return judge;
  };
}

/**
 * Holds an answer against the contract: a refusal must be one that the route declares, and an answer must be exactly of
 * the route's type. Throws an Error that names the route; says nothing of paths that the contract doesn't know.
 */
export function judgeAnswer(method: string, path: string, status: number, body: unknown): void {
  const found = routeAt(method, path);
  if (!found) return;
  const { name, route } = found;
  if (status >= 400) {
    const { code } = body as ErrorBody;
    if (route.errors.includes(code) || commonErrors.includes(code)) return;
    throw new Error(`${name} refused with ${code}, which neither it nor commonErrors declares`);
  }
  if (route.answers) return;
  judges ??= judgesOfAnswers();
  const judge = judges(name);
  if (!judge) throw new Error(`${name} has no schema of its answer`);
  if (judge(body)) return;
  const faults = (judge.errors ?? []).map((e) => `${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`);
  throw new Error(`${name} answered what its type is not:\n${faults.join('\n')}`);
}
