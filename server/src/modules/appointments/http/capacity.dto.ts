import {
  type CapacityQuery,
  capacityQueryRules,
  type HallWeekBody,
  hallWeekRules,
  type OrdinaryDayBody,
  ordinaryDayRules,
  type RosterExceptionBody,
  rosterExceptionRules,
  type SpecialDayBody,
  specialDayRules,
  type WindowBody,
  windowRules,
} from '@yiyun/shared';
import { Dto } from '../../../platform/http/dto.js';

export class CapacityQueryDto extends Dto<CapacityQuery>(capacityQueryRules) {}
export class HallWeekDto extends Dto<HallWeekBody>(hallWeekRules) {}
export class WindowDto extends Dto<WindowBody>(windowRules) {}
export class SpecialDayDto extends Dto<SpecialDayBody>(specialDayRules) {}
export class RosterExceptionDto extends Dto<RosterExceptionBody>(rosterExceptionRules) {}
export class OrdinaryDayDto extends Dto<OrdinaryDayBody>(ordinaryDayRules) {}
