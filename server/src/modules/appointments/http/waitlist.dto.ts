import {
  type JoinWaitlistBody,
  joinWaitlistRules,
  type PageQuery,
  pageRules,
  type VersionBody,
  versionRules,
} from '@yiyun/shared';
import { Dto } from '../../../platform/http/dto.js';

export class JoinWaitlistDto extends Dto<JoinWaitlistBody>(joinWaitlistRules) {}
export class MyWaitlistDto extends Dto<PageQuery>(pageRules) {}
export class LeaveWaitlistDto extends Dto<VersionBody>(versionRules) {}
