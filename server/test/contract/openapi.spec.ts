import { beforeAll, describe, expect, it } from '@jest/globals';
import { compileErrors, validate } from '@readme/openapi-parser';
import { type AnyRoute, contract } from '@yiyun/shared';
import { type OpenApiDocument, openApiDocument } from '../../src/platform/openapi/document.js';
import { API_VERSION } from '../../src/platform/openapi/serve-openapi.js';
import { freshAnswerSchemas } from '../harness/answer-judge.js';

/** The parser resolves references in place, so it gets a copy. */
async function faultsOf(document: object): Promise<string | undefined> {
  const result = await validate(structuredClone(document) as never);
  return result.valid ? undefined : compileErrors(result);
}

describe('the OpenAPI document', () => {
  let document: OpenApiDocument;
  beforeAll(() => {
    document = openApiDocument(contract, freshAnswerSchemas(), API_VERSION);
  });

  it('is valid OpenAPI 3.1', async () => {
    expect(await faultsOf(document)).toBeUndefined();
  });

  it('is found invalid when it is (negative control)', async () => {
    type Document = { paths: Record<string, { get: Record<string, unknown> }> };
    const broken = (change: object): Document => {
      const copy = structuredClone(document) as unknown as Document;
      Object.assign(copy.paths['/appointments/{appointmentId}']?.get ?? {}, change);
      return copy;
    };
    const nowhere = { name: 'appointmentId', in: 'nowhere', schema: {} };
    expect(await faultsOf(broken({ parameters: [nowhere] }))).toBeDefined();
    expect(await faultsOf(broken({ responses: { 200: { $ref: '#/components/responses/None' } } }))).toBeDefined();
    expect(await faultsOf(broken({ responses: { 700: { description: 'no status' } } }))).toBeDefined();
  });

  it('names every parameter of a path, and no other', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const { parameters } of Object.values(methods)) {
        const named = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
        expect(named).toEqual(Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name));
      }
    }
  });

  it('holds every route of the contract once, under its own name', () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    const routes = Object.values(contract).flatMap((module) => Object.values(module as Record<string, AnyRoute>));
    expect(operations).toHaveLength(routes.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(routes.length);
  });

  it('says of a booking who may, what is sent, what comes back and what may be refused', () => {
    const book = document.paths['/appointments']?.['post'];
    expect(book).toMatchObject({
      'x-access': 'citizen',
      security: [{ citizenToken: [] }],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { required: ['slotId', 'matterId', 'taxpayerId'] } } },
      },
      responses: {
        200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/AppointmentView' } } } },
        401: { description: expect.stringContaining('请先登录') },
        409: { description: expect.stringContaining('appointment.slot_full') },
      },
    });
    expect(book?.parameters.map(({ name }) => name)).toEqual(['Idempotency-Key']);
  });

  it('gives staff the cookie, uploads their form, and events their stream', () => {
    expect(document.paths['/staff/cases']?.['post']?.security).toEqual([{ staffCookie: [] }]);
    expect(document.paths['/help/voice-clips']?.['post']?.requestBody?.content).toHaveProperty('multipart/form-data');
    expect(document.paths['/staff/events']?.['get']?.responses['200']?.content).toHaveProperty('text/event-stream');
    expect(document.paths['/public/halls']?.['get']?.security).toEqual([]);
  });

  it('refuses to describe an answer that it has no schema of', () => {
    expect(() => openApiDocument(contract, { answers: {}, types: {} }, '1')).toThrow('build the server again');
  });
});
