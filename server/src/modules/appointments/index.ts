export { Appointments } from './appointments.facade.js';
export { AppointmentsModule } from './appointments.module.js';
export { SlotsService } from './slots.service.js';
export { AppointmentRow, appointmentEntities, SlotRow } from './storage/appointment.entities.js';
