import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../harness/start-app.js';

describe('headers of every answer', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());
  const headersOf = async (url: string) => (await test.app.inject({ method: 'GET', url })).headers;

  it.each(['/', '/api/public/halls', '/api/me', '/api/unheard-of', '/web/page.css', '/api/docs'])(
    '%s is not guessed at, not framed, not told of and not lent',
    async (url) => {
      expect(await headersOf(url)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      });
    },
  );

  it('let pages load from here only, and answers of the API nothing', async () => {
    expect((await headersOf('/'))['content-security-policy']).toMatch(/^default-src 'self'; /);
    expect((await headersOf('/api/docs'))['content-security-policy']).toMatch(/^default-src 'self'; /);
    const { 'content-security-policy': answers } = await headersOf('/api/public/halls');
    expect(answers).toBe("default-src 'none'; frame-ancestors 'none'");
  });

  it('tell the time by which the server decides, so that a phone that is set wrong can be put right', async () => {
    test.clock.set('2026-11-24', 9 * 60 + 5);
    expect((await headersOf('/api/public/halls')).date).toBe('Tue, 24 Nov 2026 01:05:00 GMT');
    test.clock.advance(1500);
    expect((await headersOf('/api/me')).date).toBe('Tue, 24 Nov 2026 01:05:01 GMT');
  });

  it('do not say what the server is made of', async () => {
    expect(Object.keys(await headersOf('/'))).not.toContain('x-powered-by');
  });
});
