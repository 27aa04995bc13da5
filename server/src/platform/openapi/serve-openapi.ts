import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { contract } from '@yiyun/shared';
import { readAnswerSchemas } from './answer-schemas.js';
import { type OpenApiDocument, openApiDocument } from './document.js';

/** The version of the API: raised when a terminal must change with it. */
export const API_VERSION = '1.0.0';

/** The API as an OpenAPI document. Throws when the server was not built. */
export const apiDocument = (): OpenApiDocument => openApiDocument(contract, readAnswerSchemas(), API_VERSION);

/** Answers GET /api/openapi.json; the document is made at the first request and kept. */
export function serveOpenApi(app: NestFastifyApplication): void {
  let text: string | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', async (_request, reply) => {
      text ??= JSON.stringify(apiDocument());
      return reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(text);
    });
}
