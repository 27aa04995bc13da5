import { describe, expect, it } from '@jest/globals';
import type { Wire } from '@yiyun/shared';
import { type Failure, isUncertain } from './errors';
import { createTransport } from './transport';

interface Seen {
  url: string;
  init: RequestInit;
}

/** A transport whose network answers with `reply`, and what it was asked. */
function over(reply: (init: RequestInit) => Promise<Response>, timeoutMs?: number) {
  const seen: Seen[] = [];
  const fetch = (async (url: string, init: RequestInit) => {
    seen.push({ url, init });
    return reply(init);
  }) as typeof globalThis.fetch;
  return { seen, send: createTransport({ fetch, timeoutMs }) };
}

const json = (status: number, body: unknown, headers?: HeadersInit) =>
  new Response(JSON.stringify(body), { status, headers });
const failure = (sending: Promise<unknown>): Promise<Failure> =>
  sending.then(
    () => Promise.reject(new Error('was expected to fail')),
    (thrown: Failure) => thrown,
  );
const hangs = (init: RequestInit) =>
  new Promise<Response>((_, reject) => init.signal?.addEventListener('abort', () => reject(new Error('aborted'))));
const list: Wire = { method: 'GET', path: '/staff/cases' };

describe('transport', () => {
  it('asks with the session cookie and an escaped query', async () => {
    const { send, seen } = over(async () => json(200, { items: [] }));
    await expect(send({ ...list, query: { q: '张 三' } })).resolves.toEqual({ items: [] });
    expect(seen[0]?.url).toBe('/api/staff/cases?q=%E5%BC%A0+%E4%B8%89');
    expect(seen[0]?.init.credentials).toBe('same-origin');
  });

  it('names itself, which no page of another site can', async () => {
    const { send, seen } = over(async () => json(200, {}));
    await send(list);
    expect(seen[0]?.init.headers).toMatchObject({ 'x-terminal': 'console' });
  });

  it('sends a form with a recording as it is', async () => {
    const { send, seen } = over(async () => json(200, {}));
    const form = new FormData();
    form.set('file', new Blob(['sound'], { type: 'audio/webm' }), 'answer');
    await send({ method: 'POST', path: '/clips', body: form });
    expect(seen[0]?.init.body).toBe(form);
    expect(seen[0]?.init.headers).not.toHaveProperty('content-type');
  });

  it('sends the idempotency key and JSON of a write', async () => {
    const { send, seen } = over(async () => new Response(null, { status: 204 }));
    await expect(send({ method: 'POST', path: '/x', body: { a: 1 }, idempotencyKey: 'k1' })).resolves.toBeUndefined();
    expect(seen[0]?.init.headers).toMatchObject({ 'idempotency-key': 'k1', 'content-type': 'application/json' });
    expect(seen[0]?.init.body).toBe('{"a":1}');
  });

  it('maps a refusal of the server to its code, message, fields and request id', async () => {
    const fields = [{ path: 'phone', message: '手机号不对' }];
    const { send } = over(async () =>
      json(400, { code: 'request.invalid', message: '请更正', fields, requestId: 'r1' }),
    );
    const error = await failure(send(list));
    expect(error).toMatchObject({ code: 'request.invalid', message: '请更正', status: 400, requestId: 'r1', fields });
    expect(isUncertain(error)).toBe(false);
  });

  it("keeps a proxy's page out of sight and names the request", async () => {
    const page = new Response('<html>502</html>', { status: 502, headers: { 'x-request-id': 'r2' } });
    const error = await failure(over(async () => page).send(list));
    expect(error).toMatchObject({ code: 'unreadable', status: 502, requestId: 'r2' });
    expect(isUncertain(error)).toBe(true);
  });

  it('tells no network from no answer in time, both uncertain', async () => {
    const dead = await failure(over(() => Promise.reject(new TypeError('Failed to fetch'))).send(list));
    const slow = await failure(over(hangs, 5).send(list));
    expect([dead.code, slow.code]).toEqual(['network', 'timeout']);
    expect([dead, slow].every(isUncertain)).toBe(true);
  });
});
