import {
  type CalendarQuery,
  calendarQueryRules,
  type ImportCalendarBody,
  importCalendarRules,
  type UpdateHallBody,
  updateHallRules,
} from '@yiyun/shared';
import { Dto } from '../../../platform/http/dto.js';

export class UpdateHallDto extends Dto<UpdateHallBody>(updateHallRules) {}
export class CalendarQueryDto extends Dto<CalendarQuery>(calendarQueryRules) {}
export class ImportCalendarDto extends Dto<ImportCalendarBody>(importCalendarRules) {}
