export type { EnterpriseClaim } from './citizen-accounts.js';
export { CitizenImport, type ImportedCitizen } from './citizen-import.js';
export { type AudienceQuery, type CitizenContact, Citizens } from './citizens.js';
export { HallNames } from './hall-names.js';
export { IdentityModule } from './identity.module.js';
export { PeopleByPhone, type SpokenFor } from './people-by-phone.js';
export { type PersonalDataSource, PersonalDataSources } from './personal-data-sources.js';
export { type NewSession, Sessions } from './sessions.js';
export { type StaffContact, StaffDirectory } from './staff-directory.js';
export { StaffEvents } from './staff-events.js';
export { type Binding, bindingKey, type Taxpayer } from './storage/citizen.store.js';
export { type BoundRow, Taxpayers } from './taxpayers.js';

import { BindingRow, CitizenRow, ConsentRow, PhoneCodeRow, TaxpayerRow } from './storage/citizen.entities.js';
import { SessionRow, StaffRow } from './storage/staff.entities.js';

export const identityEntities = [CitizenRow, ConsentRow, TaxpayerRow, BindingRow, PhoneCodeRow, StaffRow, SessionRow];
