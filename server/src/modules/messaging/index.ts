import { MessageRow } from './storage/message.entity.js';

export { InboxService } from './inbox.service.js';
export { type InboxText, InboxTexts, type TextOf } from './inbox-texts.js';
export { MessageReceipts } from './message-receipts.js';
export { MessagingModule } from './messaging.module.js';

export const messagingEntities = [MessageRow];
