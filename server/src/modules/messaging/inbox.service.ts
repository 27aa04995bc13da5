import { Injectable } from '@nestjs/common';
import type { MessageView, Page, PageQuery } from '@yiyun/shared';
import { Batcher } from '../../platform/database/batcher.js';
import { isDuplicate } from '../../platform/database/database-errors.js';
import type { DomainEvent } from '../../platform/events/domain-event.js';
import { type Context, systemContext } from '../../platform/http/context.js';
import { limitOf, pageOf, readCursor } from '../../platform/http/paging.js';
import { citizenOf, requireOwner } from '../../platform/http/policies.js';
import { newId } from '../../platform/ids.js';
import { type Command, type Facts, Phrases, UnitOfWork } from '../records/index.js';
import { type InboxText, InboxTexts } from './inbox-texts.js';
import { MessageRepository, messageKey } from './storage/message.repository.js';

interface Sending {
  event: DomainEvent;
  citizenId: string;
  text: InboxText;
}

/** The inbox in the application: filled from events, delivered when fetched, read when opened. */
@Injectable()
export class InboxService {
  private readonly sending = new Batcher<Sending, undefined>((batch) => this.write(batch), {
    lanes: 1,
    maxBatch: 500,
    maxDepth: 10_000,
  });

  constructor(
    private readonly work: UnitOfWork,
    private readonly messages: MessageRepository,
    texts: InboxTexts,
    phrases: Phrases,
  ) {
    texts.sendBy((event, citizenId, text) => this.send(event, citizenId, text));
    phrases.teach({
      MessageSent: (_, personal) => (personal ? `收到消息：${String(personal.title)}` : '收到一条消息'),
      MessagesDelivered: (facts) => `${String(facts.count)}条消息已送达`,
      MessageRead: '打开了一条消息',
      MessagesRead: (facts) => `将${String(facts.count)}条消息标为已读`,
    });
  }

  /** Puts one message into an inbox; the same event again adds nothing (N2). Messages that arrive together are written together. */
  async send(event: DomainEvent, citizenId: string, text: InboxText): Promise<void> {
    try {
      await this.sending.add({ event, citizenId, text });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }

  private write(batch: readonly Sending[]): Promise<undefined[]> {
    return this.work.run(systemContext, 'messaging.send', async (command) => {
      const sent = await this.messages.sentOf(
        command,
        batch.map(({ event }) => event.id),
      );
      const fresh = batch.filter(({ event, citizenId }) => !sent.has(messageKey(event.id, citizenId)));
      const rows = fresh.map(({ event, citizenId, text }) => ({
        id: newId(command.at),
        citizenId,
        eventId: event.id,
        kind: event.type,
        ...text,
        sentAt: command.at,
      }));
      if (rows.length > 0) await this.messages.insert(command, rows);
      for (const { id, title, body, sentAt: _, ...fixed } of rows) {
        const facts = { messageId: id, ...fixed };
        record(command, fixed.citizenId, { kind: 'MessageSent', subjectId: id, facts, personal: { title, body } });
      }
      return batch.map(() => undefined);
    });
  }

  async inbox(ctx: Context, query: PageQuery): Promise<Page<MessageView> & { unread: number }> {
    const { id: citizenId } = citizenOf(ctx);
    const [before] = readCursor(query.cursor, '') ?? ['~'];
    const limit = limitOf(query);
    const rows = await this.messages.page(citizenId, before, limit + 1);
    const fresh = rows.slice(0, limit).filter((row) => row.deliveredAt === null);
    if (fresh.length > 0)
      await this.deliver(
        ctx,
        citizenId,
        fresh.map((row) => row.id),
      );
    const page = pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => this.messages.view(row),
    );
    return { ...page, unread: await this.messages.unread(citizenId) };
  }

  async unread(ctx: Context): Promise<{ unread: number }> {
    return { unread: await this.messages.unread(citizenOf(ctx).id) };
  }

  read(ctx: Context, messageId: string): Promise<MessageView> {
    const { id: citizenId } = citizenOf(ctx);
    return this.work.run(ctx, 'messaging.read', async (command) => {
      const row = requireOwner(ctx, await this.messages.byId(command.manager, messageId));
      const opened = await this.messages.read(command, citizenId, messageId);
      if (opened === 1) record(command, citizenId, { kind: 'MessageRead', subjectId: messageId, facts: { messageId } });
      return this.messages.view({ ...row, readAt: row.readAt ?? command.at });
    });
  }

  readAll(ctx: Context): Promise<{ unread: number }> {
    const { id: citizenId } = citizenOf(ctx);
    return this.work.run(ctx, 'messaging.readAll', async (command) => {
      const count = await this.messages.read(command, citizenId);
      if (count > 0) record(command, citizenId, { kind: 'MessagesRead', subjectId: citizenId, facts: { count } });
      return { unread: 0 };
    });
  }

  private deliver(ctx: Context, citizenId: string, messageIds: string[]): Promise<void> {
    return this.work.run(ctx, 'messaging.deliver', async (command) => {
      const count = await this.messages.deliver(command, messageIds);
      if (count === 0) return;
      record(command, citizenId, { kind: 'MessagesDelivered', subjectId: citizenId, facts: { count, messageIds } });
    });
  }
}

function record(
  command: Command,
  citizenId: string,
  entry: { kind: string; subjectId: string; facts: Facts; personal?: Facts },
): void {
  command.record({ streamId: `inbox:${citizenId}`, subjectKind: 'message', partyId: citizenId, ...entry });
}
