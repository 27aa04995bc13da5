import { type AnyRoute, commonErrors, type ErrorCode, errorCatalogue } from '@yiyun/shared';
import { type JsonSchema, typeRef } from './json-schema.js';

export interface Answer {
  description: string;
  headers?: Record<string, object>;
  content?: Record<string, { schema: JsonSchema }>;
}

export const errorSchema: JsonSchema = {
  type: 'object',
  description: '拒绝的答复',
  properties: {
    code: { type: 'string', description: '错误码' },
    message: { type: 'string', description: '给人看的说明' },
    fields: {
      type: 'array',
      description: '有问题的字段',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, message: { type: 'string' } },
        required: ['path', 'message'],
      },
    },
    requestId: { type: 'string', description: '报修时请提供' },
  },
  required: ['code', 'message', 'requestId'],
};

/** Common refusals that a route can't give: a public one asks nobody to sign in, a read takes no key. */
function isPossible(route: AnyRoute, code: ErrorCode): boolean {
  const isRead = route.method === 'GET';
  if (code === 'auth.password_change_required') return !['public', 'citizen', 'owner', 'staff'].includes(route.access);
  if (code.startsWith('auth.')) return route.access !== 'public';
  if (code.startsWith('request.idempotency_key')) return !isRead && !route.unrepeatable;
  if (code === 'request.too_large') return !isRead;
  if (code === 'request.not_found') return (route.path as string).includes(':');
  return true;
}

/** Every refusal of a route by its status, each code with the words that a person reads. */
export function refusalsOf(route: AnyRoute): Record<string, Answer> {
  const codes = [...new Set([...route.errors, ...commonErrors.filter((code) => isPossible(route, code))])];
  const statuses = [...new Set(codes.map((code) => errorCatalogue[code].status))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => {
      const here = codes.filter((code) => errorCatalogue[code].status === status);
      return [String(status), answerOf(status, here)];
    }),
  );
}

function answerOf(status: number, codes: ErrorCode[]): Answer {
  return {
    description: codes.map((code) => `\`${code}\` ${errorCatalogue[code].message}`).join('  \n'),
    ...((status === 429 || status === 503) && {
      headers: { 'Retry-After': { description: '多少秒后可以再试', schema: { type: 'integer' } } },
    }),
    content: {
      'application/json': { schema: { allOf: [typeRef('Error'), { properties: { code: { enum: codes } } }] } },
    },
  };
}
