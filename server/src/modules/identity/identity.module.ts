import { Global, Module } from '@nestjs/common';
import { SessionResolver } from '../../platform/http/sessions.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Phrases, StaffNames } from '../records/index.js';
import { AccountService } from './account.service.js';
import { CitizenAccounts } from './citizen-accounts.js';
import { CitizenImport } from './citizen-import.js';
import { Citizens } from './citizens.js';
import { accountPhrases } from './domain/account-phrases.js';
import { AccountController } from './http/citizen.controller.js';
import { StaffAdminController } from './http/manager.controller.js';
import { SignInController } from './http/sign-in.controller.js';
import { StaffController } from './http/staff.controller.js';
import { StaffCookie } from './http/staff-cookie.js';
import { PeopleByPhone } from './people-by-phone.js';
import { PersonalDataService } from './personal-data.service.js';
import { PersonalDataSources } from './personal-data-sources.js';
import { PhoneCodes } from './phone-codes.js';
import { Proxies } from './proxies.js';
import { Sessions } from './sessions.js';
import { SignInService } from './sign-in.service.js';
import { StaffAccounts } from './staff-accounts.js';
import { StaffAdminService } from './staff-admin.service.js';
import { StaffDirectory } from './staff-directory.js';
import { StaffEvents } from './staff-events.js';
import { StaffPasswords } from './staff-passwords.js';
import { StaffSignInService } from './staff-sign-in.service.js';
import { CitizenStore } from './storage/citizen.store.js';
import { Taxpayers } from './taxpayers.js';

const HOUR_MS = 3_600_000;

/** Global: every module asks who is acting, and for whom. */
@Global()
@Module({
  controllers: [SignInController, AccountController, StaffController, StaffAdminController],
  providers: [
    CitizenStore,
    CitizenAccounts,
    CitizenImport,
    Citizens,
    Taxpayers,
    PeopleByPhone,
    Proxies,
    Sessions,
    PhoneCodes,
    SignInService,
    AccountService,
    PersonalDataSources,
    PersonalDataService,
    StaffAccounts,
    StaffDirectory,
    StaffPasswords,
    StaffSignInService,
    StaffAdminService,
    StaffEvents,
    StaffCookie,
    { provide: SessionResolver, useExisting: Sessions },
    { provide: StaffNames, useExisting: StaffDirectory },
  ],
  exports: [
    SessionResolver,
    StaffNames,
    Sessions,
    CitizenImport,
    Citizens,
    Taxpayers,
    PeopleByPhone,
    StaffDirectory,
    PersonalDataSources,
  ],
})
export class IdentityModule {
  constructor(jobs: Jobs, sessions: Sessions, codes: PhoneCodes, phrases: Phrases) {
    jobs.add({ name: 'prune-sessions', everyMs: HOUR_MS, run: () => sessions.prune() });
    jobs.add({ name: 'prune-phone-codes', everyMs: HOUR_MS, run: () => codes.prune() });
    phrases.teach(accountPhrases);
  }
}
