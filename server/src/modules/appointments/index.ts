export { type AppointmentCode, Appointments, type Arrival, type HoldIn, type PlaceIn } from './appointments.facade.js';
export { AppointmentsModule } from './appointments.module.js';
export { AppointmentsService } from './appointments.service.js';
export { CounterService as AppointmentCounter } from './counter.service.js';
export type { SlotClosure } from './domain/slot-changes.js';
export { SlotClosures } from './slot-closures.js';
export { SlotsService } from './slots.service.js';
export { AppointmentRow, appointmentEntities, SlotRow } from './storage/appointment.entities.js';
export { type AppointmentVisit, AppointmentVisits } from './visits.js';
