import { NoticeRecipientRow, NoticeRow } from './storage/notice.entities.js';

export { ManageNoticesService } from './manage-notices.service.js';
export { NoticesModule } from './notices.module.js';
export { ReadNoticesService } from './read-notices.service.js';

export const noticeEntities = [NoticeRow, NoticeRecipientRow];
