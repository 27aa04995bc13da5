import { Global, Module } from '@nestjs/common';
import { AppointmentsModule, SlotClosures, SlotsService } from './modules/appointments/index.js';
import { AppointmentSource, TicketSource } from './modules/cases/index.js';
import { DisruptionRepository, DisruptionsModule } from './modules/disruptions/index.js';
import { Halls, HallsModule, SlotHorizon } from './modules/halls/index.js';
import { HallNames } from './modules/identity/index.js';
import { AppointmentArrivals, QueueModule, Tickets } from './modules/queue/index.js';
import { NumberedThings } from './modules/records/index.js';
import { AppointmentsForCases } from './wiring/appointments-for-cases.js';
import { AppointmentsForQueue } from './wiring/appointments-for-queue.js';
import { NumbersOfThings } from './wiring/numbered-things.js';

/** Answers the questions that a lower module asks of a higher one, or a neighbour of its neighbour, through a port. */
@Global()
@Module({
  imports: [HallsModule, AppointmentsModule, DisruptionsModule, QueueModule],
  providers: [
    { provide: HallNames, useFactory: (halls: Halls): HallNames => halls, inject: [Halls] },
    { provide: SlotHorizon, useFactory: (slots: SlotsService) => slots, inject: [SlotsService] },
    { provide: AppointmentSource, useClass: AppointmentsForCases },
    { provide: TicketSource, useFactory: (tickets: Tickets): TicketSource => tickets, inject: [Tickets] },
    { provide: AppointmentArrivals, useClass: AppointmentsForQueue },
    { provide: SlotClosures, useExisting: DisruptionRepository },
    { provide: NumberedThings, useClass: NumbersOfThings },
  ],
  exports: [HallNames, SlotHorizon, AppointmentSource, TicketSource, AppointmentArrivals, SlotClosures, NumberedThings],
})
export class WiringModule {}
