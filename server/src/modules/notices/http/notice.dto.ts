import {
  type ManagedNoticesQuery,
  managedNoticesRules,
  type NoticeBody,
  noticeRules,
  type PageQuery,
  pageRules,
  type UpdateNoticeBody,
  updateNoticeRules,
  type VersionBody,
  versionRules,
} from '@yiyun/shared';
import { Dto } from '../../../platform/http/dto.js';

export class PageDto extends Dto<PageQuery>(pageRules) {}
export class ManagedNoticesDto extends Dto<ManagedNoticesQuery>(managedNoticesRules) {}
export class NoticeDto extends Dto<NoticeBody>(noticeRules) {}
export class UpdateNoticeDto extends Dto<UpdateNoticeBody>(updateNoticeRules) {}
export class VersionDto extends Dto<VersionBody>(versionRules) {}
