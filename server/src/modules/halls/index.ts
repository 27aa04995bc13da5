import { CalendarDayRow, CalendarVersionRow } from './storage/calendar.entity.js';
import { HallRow, RosterExceptionRow, ServiceWindowRow, SpecialDayRow } from './storage/hall.entity.js';

export type { Hall, RosterException, ServiceWindow, SpecialDay } from './domain/hall.js';
export { type HallChange, hallWith } from './domain/hall-change.js';
export { dayNote, specialDayOf, whyClosed } from './domain/hall-day.js';
export type { NationalCalendar } from './domain/national-calendar.js';
export {
  exceptionFrom,
  hoursFrom,
  requireOpenDay,
  specialDayFrom,
  weekFrom,
  windowFrom,
  windowOf,
} from './domain/plan-input.js';
export { type RosteredWindow, rosterOn } from './domain/roster.js';
export { HallPlans } from './hall-plans.js';
export { Halls } from './halls.js';
export { HallsModule } from './halls.module.js';
export { HallsService } from './halls.service.js';

export { addHalls } from './load-halls.js';
export { SlotHorizon } from './slot-horizon.js';

export { hoursViewOf, windowViewOf } from './storage/hall.view.js';

/** The module's tables. */
export const hallEntities = [
  HallRow,
  ServiceWindowRow,
  SpecialDayRow,
  RosterExceptionRow,
  CalendarVersionRow,
  CalendarDayRow,
];
