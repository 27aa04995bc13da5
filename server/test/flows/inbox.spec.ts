import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InboxTexts } from '../../src/modules/messaging/index.js';
import { RecordVerifier, UnitOfWork } from '../../src/modules/records/index.js';
import type { DomainEvent } from '../../src/platform/events/domain-event.js';
import { EventHandlers } from '../../src/platform/events/outbox.js';
import { systemContext } from '../../src/platform/http/context.js';
import { asCitizen, asManager, type TestCitizen } from '../harness/actors.js';
import { startApp, type TestApp } from '../harness/start-app.js';

describe('the inbox', () => {
  let test: TestApp;
  let citizen: TestCitizen;
  const seen: DomainEvent[] = [];

  beforeAll(async () => {
    test = await startApp();
    citizen = await asCitizen(test);
    test.app.get(InboxTexts).register('LampLit', (event) => {
      seen.push(event);
      return event.data['quiet']
        ? undefined
        : { title: '灯亮了', body: '灯已点亮，请放心。', subjectKind: 'account', subjectId: null };
    });
  });
  afterAll(() => test.close());

  const light = (citizenId: string | null, quiet = false) =>
    test.app.get(UnitOfWork).run(systemContext, 'lamps.light', async (command) => {
      command.emit({ type: 'LampLit', hallId: null, subjectKind: 'lamp', subjectId: 'x', citizenId, data: { quiet } });
    });

  it('asks for a citizen', async () => {
    await expect(test.client().messaging.inbox()).rejects.toMatchObject({ code: 'auth.required' });
    const manager = await asManager(test);
    await expect(manager.client.messaging.inbox()).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(citizen.client.messaging.inbox({ query: { limit: 0 } })).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });

  it('fills from events, and only for the citizen whom they concern', async () => {
    await light(citizen.id);
    await light(citizen.id, true);
    await light(null);
    await test.settle();
    expect(await citizen.client.messaging.unread()).toEqual({ unread: 1 });
    const other = await asCitizen(test);
    expect((await other.client.messaging.inbox()).items).toEqual([]);
  });

  it('N2: an event delivered twice, even at the same moment, is one message', async () => {
    const event = {
      ...(seen.find(({ data }) => !data['quiet']) as DomainEvent),
      citizenId: (await asCitizen(test)).id,
    };
    const [handle] = test.app.get(EventHandlers).of('LampLit');
    await Promise.all([handle?.(event), handle?.(event)]);
    await handle?.(event);
    const rows = await test.db.read.query<unknown[]>('SELECT id FROM message WHERE citizenId = ?', [event.citizenId]);
    expect(rows).toHaveLength(1);
    expect(seen.filter(({ id }) => id === event.id)).toHaveLength(4);
  });

  it('N3: sent, delivered and read are three things', async () => {
    const state = async () => {
      const [row] = await test.db.read.query<{ sentAt: string; deliveredAt: string | null; readAt: string | null }[]>(
        'SELECT sentAt, deliveredAt, readAt FROM message WHERE citizenId = ?',
        [citizen.id],
      );
      return [row?.sentAt, row?.deliveredAt, row?.readAt].map((at) => (at === null ? null : Number(at)));
    };
    const sentAt = test.clock.now();
    expect(await state()).toEqual([sentAt, null, null]);

    test.clock.advance(1000);
    const { items, unread } = await citizen.client.messaging.inbox();
    expect({ unread, count: items.length }).toEqual({ unread: 1, count: 1 });
    expect(items[0]).toMatchObject({ kind: 'LampLit', title: '灯亮了', sentAt, readAt: null });
    expect(await state()).toEqual([sentAt, sentAt + 1000, null]);

    test.clock.advance(1000);
    const other = await asCitizen(test);
    const messageId = items[0]?.id ?? '';
    await expect(other.client.messaging.read({ params: { messageId } })).rejects.toMatchObject({
      code: 'request.not_found',
    });
    const opened = await citizen.client.messaging.read({ params: { messageId } });
    expect(opened).toMatchObject({ readAt: sentAt + 2000 });
    test.clock.advance(1000);
    expect(await citizen.client.messaging.read({ params: { messageId } })).toEqual(opened);
    expect(await state()).toEqual([sentAt, sentAt + 1000, sentAt + 2000]);
    expect(await citizen.client.messaging.unread()).toEqual({ unread: 0 });
  });

  it('is paged, newest first, and read as a whole', async () => {
    for (let i = 0; i < 3; i++) {
      test.clock.advance(1000);
      await light(citizen.id);
    }
    await test.settle();
    const first = await citizen.client.messaging.inbox({ query: { limit: 2 } });
    const rest = await citizen.client.messaging.inbox({ query: { limit: 2, cursor: first.nextCursor ?? '' } });
    const times = [...first.items, ...rest.items].map(({ sentAt }) => sentAt);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect([times.length, first.unread, rest.nextCursor]).toEqual([4, 3, null]);
    expect(await citizen.client.messaging.readAll()).toEqual({ unread: 0 });
    expect(await citizen.client.messaging.unread()).toEqual({ unread: 0 });
  });

  it('R2: stands in the citizen’s service record', async () => {
    const { items } = await citizen.client.records.mine();
    const texts = items.filter(({ subjectKind }) => subjectKind === 'message').map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining(['收到消息：灯亮了', '1条消息已送达', '打开了一条消息', '将3条消息标为已读']),
    );
    expect((await test.app.get(RecordVerifier).verify()).faults).toEqual([]);
  });
});
