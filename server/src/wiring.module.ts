import { Global, Module } from '@nestjs/common';
import { AppointmentsModule, SlotsService } from './modules/appointments/index.js';
import { SlotHorizon } from './modules/halls/index.js';

/** Answers the questions that a lower module asks of a higher one, or a neighbour of its neighbour, through a port. */
@Global()
@Module({
  imports: [AppointmentsModule],
  providers: [{ provide: SlotHorizon, useFactory: (slots: SlotsService) => slots, inject: [SlotsService] }],
  exports: [SlotHorizon],
})
export class WiringModule {}
