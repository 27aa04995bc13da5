import { sayReferenceNo } from '@yiyun/shared';
import type { DomainEvent } from '../../../platform/events/domain-event.js';
import type { InboxText } from '../../messaging/index.js';

/** What the inbox says when an officer has answered. */
export const answeredText = (event: DomainEvent): InboxText => ({
  title: '您的提问有了答复',
  body: `提问 ${sayReferenceNo(String(event.data.referenceNo))} 有了答复，点开可看；没有解决可以继续追问。`,
  subjectKind: 'help',
  subjectId: event.subjectId,
});
