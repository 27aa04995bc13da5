import { NoticeRecipientRow, NoticeRow } from './storage/notice.entities.js';

export { NoticesModule } from './notices.module.js';

export const noticeEntities = [NoticeRow, NoticeRecipientRow];
