import { Global, Module } from '@nestjs/common';
import { AppointmentsModule, SlotsService } from './modules/appointments/index.js';
import { AppointmentSource } from './modules/cases/index.js';
import { Halls, HallsModule, SlotHorizon } from './modules/halls/index.js';
import { HallNames } from './modules/identity/index.js';
import { NumberedThings } from './modules/records/index.js';
import { AppointmentsForCases } from './wiring/appointments-for-cases.js';
import { NumbersOfThings } from './wiring/numbered-things.js';

/** Answers the questions that a lower module asks of a higher one, or a neighbour of its neighbour, through a port. */
@Global()
@Module({
  imports: [HallsModule, AppointmentsModule],
  providers: [
    { provide: HallNames, useFactory: (halls: Halls): HallNames => halls, inject: [Halls] },
    { provide: SlotHorizon, useFactory: (slots: SlotsService) => slots, inject: [SlotsService] },
    { provide: AppointmentSource, useClass: AppointmentsForCases },
    { provide: NumberedThings, useClass: NumbersOfThings },
  ],
  exports: [HallNames, SlotHorizon, AppointmentSource, NumberedThings],
})
export class WiringModule {}
