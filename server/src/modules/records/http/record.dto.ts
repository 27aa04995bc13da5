import {
  type PageQuery,
  pageRules,
  type RecordNumberQuery,
  type RecordQuery,
  recordNumberRules,
  recordQueryRules,
} from '@yiyun/shared';
import { Dto } from '../../../platform/http/dto.js';

export class PageDto extends Dto<PageQuery>(pageRules) {}
export class RecordQueryDto extends Dto<RecordQuery>(recordQueryRules) {}
export class RecordNumberDto extends Dto<RecordNumberQuery>(recordNumberRules) {}
