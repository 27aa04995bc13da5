import {
  type DeflectionEntriesQuery,
  type DeflectionsQuery,
  deflectionEntriesRules,
  deflectionsRules,
  type HotQuestionEntriesQuery,
  type HotQuestionsQuery,
  hotQuestionEntriesRules,
  hotQuestionsRules,
} from '@yiyun/shared';
import { Dto } from '../../../platform/http/dto.js';

export class HotQuestionsDto extends Dto<HotQuestionsQuery>(hotQuestionsRules) {}
export class HotQuestionEntriesDto extends Dto<HotQuestionEntriesQuery>(hotQuestionEntriesRules) {}
export class DeflectionsDto extends Dto<DeflectionsQuery>(deflectionsRules) {}
export class DeflectionEntriesDto extends Dto<DeflectionEntriesQuery>(deflectionEntriesRules) {}
