import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { serveOpenApi } from '../openapi/serve-openapi.js';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../../..');
const MINIAPP = join(ROOT, 'miniapp/dist/h5');
const CONSOLE = join(ROOT, 'console/dist');
const PAGES = join(ROOT, 'server/web');

/** File names that carry the hash of their content, as our own builds give it, never change. */
const isHashed = (path: string): boolean => /[.-][0-9a-zA-Z_-]{8}\.(js|css|woff2|png|svg)(\.br|\.gz)?$/.test(path);
const UNCHANGING = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

/** For a folder of one of our builds: its texts lie there compressed, too (scripts/lib/compress.mjs). */
const built = (root: string, prefix: string) => ({
  root,
  prefix,
  decorateReply: false,
  preCompressed: true,
  setHeaders: (reply: FastifyReply, path: string) =>
    void reply.header('cache-control', isHashed(path) ? UNCHANGING : ASK_AGAIN),
});

/** Serves the front page, the H5 mini-program, the console and the API's documents beside the API. */
export async function serveWeb(app: NestFastifyApplication): Promise<void> {
  const setHeaders = (reply: FastifyReply) => void reply.header('cache-control', ASK_AGAIN);
  const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  await app.register(fastifyStatic, { root: PAGES, prefix: '/web/', setHeaders });
  await app.register(fastifyStatic, { root: swagger, prefix: '/api/docs/ui/', decorateReply: false, setHeaders });
  if (existsSync(MINIAPP)) await app.register(fastifyStatic, built(MINIAPP, '/m/'));
  if (existsSync(CONSOLE)) await app.register(fastifyStatic, { ...built(CONSOLE, '/console/'), wildcard: false });

  serveOpenApi(app);
  const fastify = app.getHttpAdapter().getInstance();
  const page = (file: string) => readFileSync(file, 'utf8');
  const html = 'text/html; charset=utf-8';
  fastify.get('/', async (_request, reply) =>
    reply
      .type(html)
      .header('cache-control', ASK_AGAIN)
      .send(page(join(PAGES, 'index.html'))),
  );
  fastify.get('/api/docs', async (_request, reply) => reply.type(html).send(page(join(PAGES, 'api-docs.html'))));
  fastify.get('/m', async (_request, reply) => reply.redirect('/m/'));
  fastify.get('/console', async (_request, reply) => reply.redirect('/console/'));
  if (existsSync(CONSOLE)) {
    // A page of the console, whatever its address; a file that is not there stays missing, and no page comes in its place.
    fastify.get('/console/*', async (request, reply) =>
      /\.\w+(\?|$)/.test(request.url)
        ? reply.status(404).send()
        : reply
            .type(html)
            .header('cache-control', ASK_AGAIN)
            .send(page(join(CONSOLE, 'index.html'))),
    );
  }
}
