import { describe, expect, it } from '@jest/globals';
import { createClient, pathOf, type Wire } from './client.js';
import { get, post } from './route.js';

const things = {
  list: get<{ query: { q?: string; limit?: number; open?: boolean }; result: string[] }>()('/things', {
    access: 'public',
    summary: '列表',
    query: {
      q: { kind: 'string', max: 9, optional: true, label: '搜索' },
      limit: { kind: 'int', min: 1, max: 9, optional: true, label: '条数' },
      open: { kind: 'boolean', optional: true, label: '未结' },
    },
  }),
  act: post<{ body: { n: number }; result: string }>()('/things/:thingId/act', {
    access: 'citizen',
    summary: '办理',
    body: { n: { kind: 'int', min: 0, max: 9, label: '数' } },
  }),
  once: post<{ result: string }>()('/things/once', { access: 'citizen', summary: '一次', unrepeatable: true }),
};

function recording() {
  const sent: Wire[] = [];
  let keys = 0;
  const client = createClient(
    { things },
    async (wire) => {
      sent.push(wire);
      return 'answer';
    },
    () => `key-${++keys}`,
  );
  return { sent, client };
}

describe('the typed client', () => {
  it('fills the path, sends the body and gives the answer back', async () => {
    const { sent, client } = recording();
    await expect(client.things.act({ params: { thingId: 'a/b 税' }, body: { n: 1 } })).resolves.toBe('answer');
    expect(sent).toEqual([
      {
        method: 'POST',
        path: '/things/a%2Fb%20%E7%A8%8E/act',
        query: undefined,
        body: { n: 1 },
        idempotencyKey: 'key-1',
      },
    ]);
  });

  it('sends nothing where a parameter of the path is missing', () => {
    const { sent, client } = recording();
    expect(() => client.things.act({ params: { thingId: '' }, body: { n: 1 } })).toThrow(
      'POST /things/:thingId/act needs thingId',
    );
    expect(() => pathOf(things.act)).toThrow('needs thingId');
    expect(sent).toEqual([]);
  });

  it('writes a query as text and leaves out what is not given', async () => {
    const { sent, client } = recording();
    await client.things.list({ query: { q: '', limit: 5, open: false } });
    await client.things.list({ query: { q: undefined } });
    await client.things.list();
    expect(sent.map((wire) => wire.query)).toEqual([{ limit: '5', open: 'false' }, undefined, undefined]);
  });

  it('makes a new idempotency key for each write, and takes the earlier one for the same request again', async () => {
    const { sent, client } = recording();
    const request = { params: { thingId: '1' }, body: { n: 1 } };
    await client.things.act(request);
    await client.things.act(request);
    await client.things.act(request, { idempotencyKey: sent[0]?.idempotencyKey });
    expect(sent.map((wire) => wire.idempotencyKey)).toEqual(['key-1', 'key-2', 'key-1']);
  });

  it('gives no key to reads, nor to writes that can’t be repeated', async () => {
    const { sent, client } = recording();
    await client.things.list();
    await client.things.once({}, { idempotencyKey: 'mine' });
    expect(sent.map((wire) => wire.idempotencyKey)).toEqual([undefined, undefined]);
  });

  it('hands a refusal of the transport on', async () => {
    const client = createClient(
      { things },
      () => Promise.reject(new Error('no network')),
      () => 'key',
    );
    await expect(client.things.list()).rejects.toThrow('no network');
  });
});
