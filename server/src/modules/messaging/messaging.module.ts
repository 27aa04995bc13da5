import { Global, Module } from '@nestjs/common';
import { PersonalDataSources } from '../identity/index.js';
import { InboxController } from './http/citizen.controller.js';
import { InboxService } from './inbox.service.js';
import { InboxTexts } from './inbox-texts.js';
import { MessageReceipts } from './message-receipts.js';
import { MessageRepository } from './storage/message.repository.js';

/** Global, because every module above it registers its inbox texts. */
@Global()
@Module({
  controllers: [InboxController],
  providers: [InboxTexts, InboxService, MessageReceipts, MessageRepository],
  exports: [InboxTexts, MessageReceipts],
})
export class MessagingModule {
  constructor(sources: PersonalDataSources, messages: MessageRepository) {
    sources.register({
      title: '消息',
      export: async (citizenId) => (await messages.page(citizenId, '~', 10_000)).map((row) => messages.view(row)),
      erase: (command, citizenId) => messages.removeAll(command, citizenId),
      openCount: async () => 0,
    });
  }
}
