import { Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { MINUTE_MS } from '@yiyun/shared';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Halls, HallsModule } from '../halls/index.js';
import { PersonalDataSources } from '../identity/index.js';
import { MattersModule } from '../matters/index.js';
import { InboxTexts } from '../messaging/index.js';
import { UnitOfWork } from '../records/index.js';
import { AppointmentViews } from './appointment.views.js';
import { Appointments } from './appointments.facade.js';
import { AppointmentsService } from './appointments.service.js';
import { BookForService } from './book-for.service.js';
import { BookableMatters } from './bookable-matters.js';
import { CalendarFileService } from './calendar-file.service.js';
import { CapacityChangeService } from './capacity/capacity-change.service.js';
import { CapacityViewService } from './capacity/capacity-view.service.js';
import { SlotPlanStore } from './capacity/slot-plan.store.js';
import { SlotPlanner } from './capacity/slot-planner.js';
import { Closings } from './closing/closings.js';
import { CounterService } from './counter.service.js';
import { appointmentInboxTexts, waitlistInboxTexts } from './domain/inbox-texts.js';
import { HoldsJob } from './holds.job.js';
import { CapacityController } from './http/capacity.controller.js';
import { CitizenAppointmentsController } from './http/citizen.controller.js';
import { AppointmentExtrasController } from './http/extras.controller.js';
import { PoliciesController } from './http/policies.controller.js';
import { PublicSlotsController } from './http/public.controller.js';
import { StaffAppointmentsController } from './http/staff.controller.js';
import { StandingController } from './http/standing.controller.js';
import { WaitlistController } from './http/waitlist.controller.js';
import { AppointmentPersonalData } from './personal-data.js';
import { BookingPolicies, loadDefaultPolicy } from './policies/booking-policies.js';
import { PoliciesService } from './policies/policies.service.js';
import { PolicyPreview } from './policies/policy-preview.js';
import { EscalationJob } from './reminders/escalation.job.js';
import { ReminderStore } from './reminders/reminder.store.js';
import { ReminderTexts } from './reminders/reminder-texts.js';
import { RemindersJob } from './reminders/reminders.job.js';
import { RescheduleService } from './reschedule.service.js';
import { SlotsService } from './slots.service.js';
import { AppointmentMoves } from './storage/appointment.moves.js';
import { AppointmentRepository } from './storage/appointment.repository.js';
import { BookingSituation } from './storage/booking.situation.js';
import { BookingStore } from './storage/booking.store.js';
import { Bookings } from './storage/bookings.js';
import { Places } from './storage/places.js';
import { SlotRepository } from './storage/slot.repository.js';
import { NoShowsJob } from './strikes/no-shows.job.js';
import { StandingService } from './strikes/standing.service.js';
import { Standings } from './strikes/standings.js';
import { StrikeRepository } from './strikes/strike.repository.js';
import { Strikes } from './strikes/strikes.js';
import { AppointmentVisits } from './visits.js';
import { Offers } from './waitlist/offers.js';
import { WaitlistJob } from './waitlist/waitlist.job.js';
import { WaitlistService } from './waitlist/waitlist.service.js';
import { WaitlistStore } from './waitlist/waitlist.store.js';

const log = new Logger('appointments');

@Module({
  imports: [HallsModule, MattersModule],
  controllers: [
    PublicSlotsController,
    CitizenAppointmentsController,
    StaffAppointmentsController,
    CapacityController,
    PoliciesController,
    WaitlistController,
    StandingController,
    AppointmentExtrasController,
  ],
  providers: [
    AppointmentsService,
    AppointmentPersonalData,
    AppointmentViews,
    AppointmentVisits,
    BookableMatters,
    CounterService,
    RescheduleService,
    Appointments,
    Closings,
    SlotsService,
    HoldsJob,
    {
      provide: BookingPolicies,
      useFactory: async (db: Database, work: UnitOfWork, halls: Halls) => {
        await loadDefaultPolicy(work);
        return BookingPolicies.open(db, halls, (error) => log.error(error));
      },
      inject: [Database, UnitOfWork, Halls],
    },
    PoliciesService,
    PolicyPreview,
    NoShowsJob,
    StandingService,
    Standings,
    StrikeRepository,
    Strikes,
    AppointmentMoves,
    SlotPlanner,
    SlotPlanStore,
    CapacityChangeService,
    CapacityViewService,
    CalendarFileService,
    BookForService,
    ReminderStore,
    ReminderTexts,
    RemindersJob,
    EscalationJob,
    AppointmentRepository,
    SlotRepository,
    BookingSituation,
    Bookings,
    BookingStore,
    Places,
    Offers,
    WaitlistJob,
    WaitlistService,
    WaitlistStore,
  ],
  exports: [Appointments, AppointmentVisits, Closings, SlotsService],
})
export class AppointmentsModule implements OnApplicationShutdown {
  constructor(
    jobs: Jobs,
    slots: SlotsService,
    holds: HoldsJob,
    noShows: NoShowsJob,
    waitlist: WaitlistJob,
    private readonly policies: BookingPolicies,
    inbox: InboxTexts,
    sources: PersonalDataSources,
    data: AppointmentPersonalData,
  ) {
    sources.register(data);
    jobs.add({ name: 'materialise-slots', everyMs: 10 * MINUTE_MS, run: () => slots.materialise() });
    jobs.add({ name: 'end-holds', everyMs: 5_000, run: () => holds.run() });
    jobs.add({ name: 'offer-waitlist', everyMs: 5_000, run: () => waitlist.run() });
    jobs.add({ name: 'no-shows', everyMs: MINUTE_MS, run: () => noShows.run() });
    for (const [type, textOf] of Object.entries(waitlistInboxTexts)) {
      inbox.register(type, (event) => ({ ...textOf(event), subjectKind: 'waitlist', subjectId: event.subjectId }));
    }
    for (const [type, textOf] of Object.entries(appointmentInboxTexts)) {
      inbox.register(type, (event) => ({ ...textOf(event), subjectKind: 'appointment', subjectId: event.subjectId }));
    }
  }

  onApplicationShutdown(): Promise<void> {
    return this.policies.close();
  }
}
