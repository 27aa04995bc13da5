import {
  type AffectedListQuery,
  affectedListRules,
  type CallListQuery,
  type ChooseAlternativeBody,
  callListRules,
  chooseAlternativeRules,
  type DisruptionBody,
  disruptionRules,
  type PageQuery,
  pageRules,
  type RecordCallBody,
  recordCallRules,
} from '@yiyun/shared';
import { Dto } from '../../../platform/http/dto.js';

export class DisruptionDto extends Dto<DisruptionBody>(disruptionRules) {}
export class DisruptionsPageDto extends Dto<PageQuery>(pageRules) {}
export class AffectedListDto extends Dto<AffectedListQuery>(affectedListRules) {}
export class ChooseAlternativeDto extends Dto<ChooseAlternativeBody>(chooseAlternativeRules) {}
export class CallListDto extends Dto<CallListQuery>(callListRules) {}
export class RecordCallDto extends Dto<RecordCallBody>(recordCallRules) {}
