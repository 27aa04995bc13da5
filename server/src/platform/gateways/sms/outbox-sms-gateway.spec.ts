import { describe, expect, it } from '@jest/globals';
import { type OutboxMessage, OutboxSmsGateway } from './outbox-sms-gateway.js';

const message = { phone: '13800000001', template: 'signInCode', params: { code: '042917' } };

describe('OutboxSmsGateway', () => {
  it('keeps what would have been sent, newest first, and tells who listens', async () => {
    const told: OutboxMessage[] = [];
    const outbox = new OutboxSmsGateway({ now: () => 5, onMessage: (m) => told.push(m) });
    const { providerId } = await outbox.send(message);
    await outbox.send({ ...message, phone: '13900000002' });
    expect(outbox.messages().map((m) => m.phone)).toEqual(['13900000002', '13800000001']);
    expect(told[0]).toEqual({ ...message, providerId, sentAt: 5 });
  });

  it('forgets the oldest', async () => {
    const outbox = new OutboxSmsGateway({ now: () => 0, capacity: 2 });
    for (const code of ['1', '2', '3']) await outbox.send({ ...message, params: { code } });
    expect(outbox.messages().map((m) => m.params.code)).toEqual(['3', '2']);
  });

  it('rejects what no provider would take', async () => {
    const outbox = new OutboxSmsGateway({ now: () => 0 });
    await expect(outbox.send({ ...message, phone: '0574-88888888' })).rejects.toMatchObject({
      kind: 'rejected',
      reason: 'sms.number_invalid',
    });
    expect(outbox.messages()).toEqual([]);
  });
});
