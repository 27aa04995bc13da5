import { Module } from '@nestjs/common';
import { Jobs } from '../../platform/jobs/jobs.js';
import { AppointmentsModule } from '../appointments/index.js';
import { HallsModule } from '../halls/index.js';
import { PersonalDataSources } from '../identity/index.js';
import { MattersModule } from '../matters/index.js';
import { InboxTexts } from '../messaging/index.js';
import { QueueModule } from '../queue/index.js';
import { Affecting } from './affecting.js';
import { CallListService } from './call-list.service.js';
import { Callers } from './callers.js';
import { Choosing } from './choosing.js';
import { DisruptionViews } from './disruption.views.js';
import { DisruptionsService } from './disruptions.service.js';
import { CitizenDisruptionsController } from './http/citizen.controller.js';
import { ManagerDisruptionsController } from './http/manager.controller.js';
import { StaffDisruptionsController } from './http/staff.controller.js';
import { OfferTexts } from './offer-texts.js';
import { Offering } from './offering.js';
import { OffersService } from './offers.service.js';
import { OffersWorker } from './offers.worker.js';
import { DisruptionPersonalData } from './personal-data.js';
import { AffectedRepository } from './storage/affected.repository.js';
import { DisruptionRepository } from './storage/disruption.repository.js';

const EVERY_MS = 5_000;

@Module({
  imports: [AppointmentsModule, HallsModule, MattersModule, QueueModule],
  controllers: [ManagerDisruptionsController, CitizenDisruptionsController, StaffDisruptionsController],
  providers: [
    DisruptionsService,
    OffersService,
    CallListService,
    OffersWorker,
    Affecting,
    Offering,
    Choosing,
    Callers,
    OfferTexts,
    DisruptionViews,
    DisruptionPersonalData,
    DisruptionRepository,
    AffectedRepository,
  ],
  exports: [DisruptionRepository, DisruptionsService, OffersService, CallListService, OffersWorker],
})
export class DisruptionsModule {
  constructor(
    jobs: Jobs,
    worker: OffersWorker,
    inbox: InboxTexts,
    texts: OfferTexts,
    sources: PersonalDataSources,
    data: DisruptionPersonalData,
  ) {
    sources.register(data);
    jobs.add({ name: 'disruptions', everyMs: EVERY_MS, run: () => worker.run() });
    for (const type of ['AlternativesOffered', 'PutOnCallList', 'CallsGivenUp']) {
      inbox.register(type, (event) => texts.of(event));
    }
  }
}
