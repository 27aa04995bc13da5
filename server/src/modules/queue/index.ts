import { PaperBlockRow, QueueCounterRow, TicketRow, TicketWatchRow } from './storage/ticket.entities.js';
import {
  PastRosterRow,
  QueueAlertRow,
  QueuePolicyRow,
  WindowSessionRow,
  WindowStatusRow,
} from './storage/window.entities.js';

export {
  AppointmentArrivals,
  type ArrivalCode,
  type ArrivedAppointment,
  type BookedDay,
  type BookedVisit,
} from './appointment-arrivals.js';
export { CallService } from './call.service.js';
export { DrawService } from './draw.service.js';
export { QueueModule } from './queue.module.js';
export { ServingService } from './serving.service.js';
export { Tickets } from './tickets.facade.js';
export { WindowsService } from './windows.service.js';

/** The module's tables. */
export const queueEntities = [
  TicketRow,
  QueueCounterRow,
  TicketWatchRow,
  PaperBlockRow,
  WindowStatusRow,
  WindowSessionRow,
  PastRosterRow,
  QueuePolicyRow,
  QueueAlertRow,
];
