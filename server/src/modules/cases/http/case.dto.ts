import {
  type AcceptCaseBody,
  type AnswerCorrectionBody,
  acceptCaseRules,
  answerCorrectionRules,
  type DecideCaseBody,
  type DeclineBody,
  decideCaseRules,
  declineRules,
  type HallCasesQuery,
  hallCasesRules,
  type LookUpCaseBody,
  lookUpCaseRules,
  type MyCasesQuery,
  myCasesRules,
  type OpenCaseBody,
  openCaseRules,
  type RequestCorrectionBody,
  requestCorrectionRules,
  type VersionBody,
  versionRules,
} from '@yiyun/shared';
import { Dto } from '../../../platform/http/dto.js';

export class LookUpCaseDto extends Dto<LookUpCaseBody>(lookUpCaseRules) {}
export class MyCasesDto extends Dto<MyCasesQuery>(myCasesRules) {}
export class HallCasesDto extends Dto<HallCasesQuery>(hallCasesRules) {}
export class OpenCaseDto extends Dto<OpenCaseBody>(openCaseRules) {}
export class AcceptCaseDto extends Dto<AcceptCaseBody>(acceptCaseRules) {}
export class RequestCorrectionDto extends Dto<RequestCorrectionBody>(requestCorrectionRules) {}
export class AnswerCorrectionDto extends Dto<AnswerCorrectionBody>(answerCorrectionRules) {}
export class DecideCaseDto extends Dto<DecideCaseBody>(decideCaseRules) {}
export class DeclineCaseDto extends Dto<DeclineBody>(declineRules) {}
export class CaseVersionDto extends Dto<VersionBody>(versionRules) {}
