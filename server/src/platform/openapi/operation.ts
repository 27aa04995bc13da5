import type { Access, AnyRoute } from '@yiyun/shared';
import type { JsonSchema } from './json-schema.js';
import { type Answer, refusalsOf } from './refusals.js';
import { schemaOfRule, schemaOfRules } from './request-schema.js';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: JsonSchema;
}
export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  parameters: Parameter[];
  requestBody?: { required: true; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, Answer>;
  security: Record<string, string[]>[];
  /** Who may call; see the access table of the contract. */
  'x-access': Access;
}

const headers = {
  key: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: '每次提交一个新的；重发同一请求用同一个',
    schema: { type: 'string', minLength: 8, maxLength: 80, pattern: '^[\\w-]{8,80}$' },
  },
  terminal: {
    name: 'X-Terminal',
    in: 'header',
    required: true,
    description: '从哪种终端发出；浏览器不会替别的网站带上它，用来防止伪造请求',
    schema: { type: 'string', enum: ['weapp', 'h5', 'console', 'other'] },
  },
} as const satisfies Record<string, Parameter>;

const isForCitizens = (access: Access): boolean => access === 'citizen' || access === 'owner';

/** One route of the contract as an OpenAPI operation. `answer` is the schema of its answer, for routes that answer JSON. */
export function operationOf(module: string, name: string, route: AnyRoute, answer: JsonSchema | undefined): Operation {
  const requestBody = requestBodyOf(route);
  return {
    operationId: module + name.charAt(0).toUpperCase() + name.slice(1),
    tags: [module],
    summary: route.summary,
    parameters: parametersOf(route),
    ...(requestBody && { requestBody }),
    responses: { 200: successOf(route, answer), ...refusalsOf(route) },
    security: securityOf(route.access),
    'x-access': route.access,
  };
}

function parametersOf(route: AnyRoute): Parameter[] {
  const inPath = Array.from((route.path as string).matchAll(/:(\w+)/g), ([, name]) => name as string);
  const isWrite = route.method !== 'GET';
  return [
    ...inPath.map((name) => ({ name, in: 'path' as const, required: true, schema: { type: 'string' } })),
    ...Object.entries(route.query ?? {}).map(([name, rule]) => ({
      name,
      in: 'query' as const,
      required: !rule.optional,
      description: rule.label,
      schema: schemaOfRule(rule),
    })),
    ...(isWrite && !route.unrepeatable ? [headers.key] : []),
    ...(isWrite && route.access !== 'public' && !isForCitizens(route.access) ? [headers.terminal] : []),
  ];
}

function requestBodyOf(route: AnyRoute): Operation['requestBody'] {
  if (route.body) return { required: true, content: { 'application/json': { schema: schemaOfRules(route.body) } } };
  if (!route.upload) return undefined;
  const file: JsonSchema = { type: 'string', contentMediaType: 'application/octet-stream', description: '录音文件' };
  const schema = { type: 'object', properties: { file }, required: ['file'] };
  return { required: true, content: { 'multipart/form-data': { schema } } };
}

function successOf({ answers }: AnyRoute, answer: JsonSchema | undefined): Answer {
  if (answers === 'audio') return { description: '录音', content: { 'audio/*': { schema: {} } } };
  if (answers === 'events') return { description: '事件流', content: { 'text/event-stream': { schema: {} } } };
  if (!answer) throw new Error('A route that answers JSON has no schema: build the server again');
  return { description: '成功', content: { 'application/json': { schema: answer } } };
}

function securityOf(access: Access): Operation['security'] {
  if (access === 'public') return [];
  return [isForCitizens(access) ? { citizenToken: [] } : { staffCookie: [] }];
}
