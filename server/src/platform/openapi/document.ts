import type { AnyRoute, Contract } from '@yiyun/shared';
import type { AnswerSchemas } from './json-schema.js';
import { type Operation, operationOf } from './operation.js';
import { errorSchema } from './refusals.js';

export interface OpenApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: AnswerSchemas['types']; securitySchemes: Record<string, object> };
}

/** What each module of the contract is about; a module without a line here does not compile into the document. */
const tagNames: Record<string, string> = {
  identity: '账户、登录与工作人员',
  halls: '办税服务厅与工作日历',
  matters: '办事指南',
  messaging: '消息',
  appointments: '预约',
  cases: '办件进度',
  notices: '通知公告',
  help: '语音互助与知识库',
  insights: '热点问题',
  records: '服务记录',
  demo: '演示环境',
};

const about = `纳税人端（小程序、H5）与税务人员端（控制台）共用的接口。

- 时刻（…At）是 UTC 毫秒整数，日期（…On）是北京时间的 YYYY-MM-DD，时长以 …Ms、…Minutes 结尾。
- 每个写请求带一个新的 Idempotency-Key；重发同一请求时用同一个，得到同一个答复。
- 列表按游标翻页：把 nextCursor 作为下一次的 cursor，为 null 时已到最后一页。
- 拒绝的答复是 { code, message, fields?, requestId }；message 可以直接给人看。`;

const securitySchemes = {
  citizenToken: { type: 'http', scheme: 'bearer', description: '纳税人登录后得到的 token' },
  staffCookie: { type: 'apiKey', in: 'cookie', name: 'yiyun_staff', description: '工作人员登录后的会话 Cookie' },
};

/** The whole contract as an OpenAPI 3.1 document: requests from the rules, answers from the types, refusals from the catalogue. */
export function openApiDocument(contract: Contract, schemas: AnswerSchemas, version: string): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {};
  for (const [module, routes] of Object.entries(contract)) {
    for (const [name, route] of Object.entries<AnyRoute>(routes)) {
      const path = (route.path as string).replace(/:(\w+)/g, '{$1}');
      paths[path] = {
        ...paths[path],
        [route.method.toLowerCase()]: operationOf(module, name, route, schemas.answers[`${module}.${name}`]),
      };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: '一云多端 API', version, description: about },
    servers: [{ url: '/api' }],
    tags: Object.keys(contract).map((name) => ({ name, description: tagNames[name] ?? name })),
    paths,
    components: { schemas: { ...schemas.types, Error: errorSchema }, securitySchemes },
  };
}
