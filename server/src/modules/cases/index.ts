import { LookUpAllowanceRow, ServiceCaseRow } from './storage/case.entity.js';

export { AppointmentSource, type TakenAppointment } from './appointment-source.js';
export { CasesModule } from './cases.module.js';
export { CasesService } from './cases.service.js';
export { CounterService as CaseCounter } from './counter.service.js';
export { OpenCaseService } from './open-case.service.js';
export { TicketSource } from './ticket-source.js';

/** The module's tables. */
export const caseEntities = [ServiceCaseRow, LookUpAllowanceRow];
