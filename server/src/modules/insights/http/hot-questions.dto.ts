import {
  type HotQuestionEntriesQuery,
  type HotQuestionsQuery,
  hotQuestionEntriesRules,
  hotQuestionsRules,
} from '@yiyun/shared';
import { Dto } from '../../../platform/http/dto.js';

export class HotQuestionsDto extends Dto<HotQuestionsQuery>(hotQuestionsRules) {}
export class HotQuestionEntriesDto extends Dto<HotQuestionEntriesQuery>(hotQuestionEntriesRules) {}
