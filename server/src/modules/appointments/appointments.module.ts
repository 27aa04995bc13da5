import { Module } from '@nestjs/common';
import { MINUTE_MS } from '@yiyun/shared';
import { Jobs } from '../../platform/jobs/jobs.js';
import { HallsModule } from '../halls/index.js';
import { PersonalDataSources } from '../identity/index.js';
import { MattersModule } from '../matters/index.js';
import { InboxTexts } from '../messaging/index.js';
import { Appointments } from './appointments.facade.js';
import { AppointmentsService } from './appointments.service.js';
import { CounterService } from './counter.service.js';
import { appointmentInboxTexts } from './domain/inbox-texts.js';
import { CitizenAppointmentsController } from './http/citizen.controller.js';
import { PublicSlotsController } from './http/public.controller.js';
import { StaffAppointmentsController } from './http/staff.controller.js';
import { AppointmentPersonalData } from './personal-data.js';
import { SlotsService } from './slots.service.js';
import { AppointmentRepository } from './storage/appointment.repository.js';
import { BookingStore } from './storage/booking.store.js';
import { SlotRepository } from './storage/slot.repository.js';

@Module({
  imports: [HallsModule, MattersModule],
  controllers: [PublicSlotsController, CitizenAppointmentsController, StaffAppointmentsController],
  providers: [
    AppointmentsService,
    AppointmentPersonalData,
    CounterService,
    Appointments,
    SlotsService,
    AppointmentRepository,
    SlotRepository,
    BookingStore,
  ],
  exports: [Appointments, SlotsService],
})
export class AppointmentsModule {
  constructor(
    jobs: Jobs,
    slots: SlotsService,
    inbox: InboxTexts,
    sources: PersonalDataSources,
    data: AppointmentPersonalData,
  ) {
    sources.register(data);
    jobs.add({ name: 'materialise-slots', everyMs: 10 * MINUTE_MS, run: () => slots.materialise() });
    for (const [type, textOf] of Object.entries(appointmentInboxTexts)) {
      inbox.register(type, (event) => ({ ...textOf(event), subjectKind: 'appointment', subjectId: event.subjectId }));
    }
  }
}
