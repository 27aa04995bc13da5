import {
  type AcceptAnswerBody,
  type AnswerBody,
  type AskBody,
  acceptAnswerRules,
  answerRules,
  askRules,
  type DeflectBody,
  deflectRules,
  type KnowledgeListQuery,
  knowledgeListRules,
  type PageQuery,
  type PlayVoiceQuery,
  pageRules,
  playVoiceRules,
  type ReopenBody,
  reopenRules,
  type SearchQuery,
  type StaffHelpQuery,
  searchRules,
  staffHelpRules,
  type TranscriptBody,
  transcriptRules,
  type VersionBody,
  type VisibilityBody,
  versionRules,
  visibilityRules,
} from '@yiyun/shared';
import { Dto } from '../../../platform/http/dto.js';

export class AskDto extends Dto<AskBody>(askRules) {}
export class DeflectDto extends Dto<DeflectBody>(deflectRules) {}
export class AcceptAnswerDto extends Dto<AcceptAnswerBody>(acceptAnswerRules) {}
export class ReopenDto extends Dto<ReopenBody>(reopenRules) {}
export class VisibilityDto extends Dto<VisibilityBody>(visibilityRules) {}
export class VersionDto extends Dto<VersionBody>(versionRules) {}
export class MyQuestionsDto extends Dto<PageQuery>(pageRules) {}
export class TranscriptDto extends Dto<TranscriptBody>(transcriptRules) {}
export class AnswerDto extends Dto<AnswerBody>(answerRules) {}
export class StaffHelpDto extends Dto<StaffHelpQuery>(staffHelpRules) {}
export class SearchDto extends Dto<SearchQuery>(searchRules) {}
export class KnowledgeListDto extends Dto<KnowledgeListQuery>(knowledgeListRules) {}
export class PlayVoiceDto extends Dto<PlayVoiceQuery>(playVoiceRules) {}
