import { Injectable } from '@nestjs/common';
import type { MessageView } from '@yiyun/shared';
import type { DomainEvent } from '../../platform/events/domain-event.js';
import { EventHandlers } from '../../platform/events/outbox.js';

/** What the inbox says of an event; undefined where the citizen need not be told. */
export type InboxText = Pick<MessageView, 'title' | 'body' | 'subjectKind' | 'subjectId'>;
export type TextOf = (event: DomainEvent) => InboxText | undefined | Promise<InboxText | undefined>;
export type InboxSender = (event: DomainEvent, citizenId: string, text: InboxText) => Promise<void>;

/** Which events reach the inbox of the citizen whom they concern, and in which words. Each module registers its own. */
@Injectable()
export class InboxTexts {
  private send: InboxSender = () => Promise.reject(new Error('the inbox is not ready'));

  constructor(private readonly events: EventHandlers) {}

  register(type: string, textOf: TextOf): void {
    this.events.on(type, async (event) => {
      if (event.citizenId === null) return;
      const text = await textOf(event);
      if (text) await this.send(event, event.citizenId, text);
    });
  }

  /** Who puts messages into inboxes. */
  sendBy(send: InboxSender): void {
    this.send = send;
  }
}
