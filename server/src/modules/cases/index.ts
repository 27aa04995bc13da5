import { LookUpAllowanceRow, ServiceCaseRow } from './storage/case.entity.js';

export { AppointmentSource, type TakenAppointment } from './appointment-source.js';
export { CasesModule } from './cases.module.js';

/** The module's tables. */
export const caseEntities = [ServiceCaseRow, LookUpAllowanceRow];
