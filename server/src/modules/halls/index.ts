import { CalendarDayRow, CalendarVersionRow } from './storage/calendar.entity.js';
import { HallRow, ServiceWindowRow } from './storage/hall.entity.js';

export { capacityOf, type Hall, type ServiceWindow } from './domain/hall.js';
export type { NationalCalendar } from './domain/national-calendar.js';
export { Halls } from './halls.js';
export { HallsModule } from './halls.module.js';
export { addHalls } from './load-halls.js';
export { SlotHorizon } from './slot-horizon.js';

/** The module's tables. */
export const hallEntities = [HallRow, ServiceWindowRow, CalendarVersionRow, CalendarDayRow];
