import {
  type AppealBody,
  type AppealListQuery,
  appealListRules,
  appealRules,
  type DecideAppealBody,
  decideAppealRules,
} from '@yiyun/shared';
import { Dto } from '../../../platform/http/dto.js';

export class AppealDto extends Dto<AppealBody>(appealRules) {}
export class AppealListDto extends Dto<AppealListQuery>(appealListRules) {}
export class DecideAppealDto extends Dto<DecideAppealBody>(decideAppealRules) {}
