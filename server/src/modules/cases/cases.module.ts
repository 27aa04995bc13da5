import { Module } from '@nestjs/common';
import { DAY_MS } from '@yiyun/shared';
import { Jobs } from '../../platform/jobs/jobs.js';
import { HallsModule } from '../halls/index.js';
import { PersonalDataSources } from '../identity/index.js';
import { Matters, MattersModule } from '../matters/index.js';
import { InboxTexts } from '../messaging/index.js';
import { CaseClocks } from './case-clocks.js';
import { CaseOwners } from './case-owners.js';
import { CaseViews } from './case-views.js';
import { CasesService } from './cases.service.js';
import { CounterService } from './counter.service.js';
import { caseInboxTexts } from './domain/inbox-texts.js';
import { CitizenCasesController } from './http/citizen.controller.js';
import { PublicCasesController } from './http/public.controller.js';
import { StaffCasesController } from './http/staff.controller.js';
import { LookUpService } from './look-up.service.js';
import { LookUpLimits } from './look-up-limits.js';
import { OpenCaseService } from './open-case.service.js';
import { CasePersonalData } from './personal-data.js';
import { CaseRepository } from './storage/case.repository.js';

@Module({
  imports: [HallsModule, MattersModule],
  controllers: [PublicCasesController, CitizenCasesController, StaffCasesController],
  providers: [
    CaseRepository,
    CaseViews,
    CaseOwners,
    CaseClocks,
    CasesService,
    CounterService,
    OpenCaseService,
    LookUpLimits,
    LookUpService,
    CasePersonalData,
  ],
})
export class CasesModule {
  constructor(
    jobs: Jobs,
    limits: LookUpLimits,
    matters: Matters,
    inbox: InboxTexts,
    sources: PersonalDataSources,
    personalData: CasePersonalData,
  ) {
    jobs.add({ name: 'prune-look-ups', everyMs: DAY_MS, run: () => limits.prune() });
    sources.register(personalData);
    for (const [type, say] of Object.entries(caseInboxTexts)) {
      inbox.register(type, (event) => ({
        ...say(matters.get(String(event.data.matterId)).name, event),
        subjectKind: 'case',
        subjectId: event.subjectId,
      }));
    }
  }
}
