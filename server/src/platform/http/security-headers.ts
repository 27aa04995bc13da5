import type { NestFastifyApplication } from '@nestjs/platform-fastify';

type Directives = Readonly<Record<string, string>>;
const policy = (directives: Directives): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');

/** What our pages may load: nothing from anywhere else. */
const ofPages = policy({
  'default-src': "'self'",
  'script-src': "'self' 'unsafe-inline'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'media-src': "'self' blob:",
  'font-src': "'self' data:",
  // An upload reads a recording from the blob in which the browser keeps it.
  'connect-src': "'self' blob:",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
});
/** An answer of the API that somebody opens as a page loads nothing at all. */
const ofAnswers = policy({ 'default-src': "'none'", 'frame-ancestors': "'none'" });

const YEAR_SECONDS = 365 * 24 * 3600;

/**
 * Sets the headers that keep browsers from guessing, framing and telling: prepared once, because a middleware that
 * builds them for each request costs more than reading slots does.
 */
export function sendSecurityHeaders(app: NestFastifyApplication, isProduction: boolean): void {
  const common = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(isProduction && { 'strict-transport-security': `max-age=${YEAR_SECONDS}; includeSubDomains` }),
  };
  const pages = { ...common, 'content-security-policy': ofPages };
  const answers = { ...common, 'content-security-policy': ofAnswers };
  const isAnswer = (url: string): boolean => url.startsWith('/api/') && !url.startsWith('/api/docs');
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      void reply.headers(isAnswer(request.url) ? answers : pages);
      done();
    });
}
