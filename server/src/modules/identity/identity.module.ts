import { Global, Module } from '@nestjs/common';
import { SessionResolver } from '../../platform/http/sessions.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { StaffNames } from '../records/index.js';
import { CitizenAccounts } from './citizen-accounts.js';
import { Citizens } from './citizens.js';
import { PersonalDataSources } from './personal-data-sources.js';
import { Sessions } from './sessions.js';
import { StaffAccounts } from './staff-accounts.js';
import { StaffDirectory } from './staff-directory.js';
import { CitizenStore } from './storage/citizen.store.js';
import { Taxpayers } from './taxpayers.js';

/** Global: every module asks who is acting, and for whom. */
@Global()
@Module({
  providers: [
    CitizenStore,
    CitizenAccounts,
    Citizens,
    Taxpayers,
    StaffAccounts,
    StaffDirectory,
    Sessions,
    PersonalDataSources,
    { provide: SessionResolver, useExisting: Sessions },
    { provide: StaffNames, useExisting: StaffDirectory },
  ],
  exports: [SessionResolver, StaffNames, Sessions, Citizens, Taxpayers, StaffDirectory, PersonalDataSources],
})
export class IdentityModule {
  constructor(jobs: Jobs, sessions: Sessions) {
    jobs.add({ name: 'prune-sessions', everyMs: 3_600_000, run: () => sessions.prune() });
  }
}
