import { Injectable } from '@nestjs/common';
import { Appointments } from '../modules/appointments/index.js';
import { AppointmentSource, type TakenAppointment } from '../modules/cases/index.js';
import { Citizens, Taxpayers } from '../modules/identity/index.js';
import type { Command } from '../modules/records/index.js';
import type { Context } from '../platform/http/context.js';

/** Cases are opened from appointments. */
@Injectable()
export class AppointmentsForCases extends AppointmentSource {
  constructor(
    private readonly appointments: Appointments,
    private readonly citizens: Citizens,
    private readonly taxpayers: Taxpayers,
  ) {
    super();
  }

  override async take(
    command: Command,
    _ctx: Context,
    { appointmentId, hallId, caseId }: { appointmentId: string; hallId: string; caseId: string },
  ): Promise<TakenAppointment> {
    const { citizenId, taxpayerId, matterId } = await this.appointments.serve(command, appointmentId, hallId, caseId);
    const citizen = await this.citizens.citizenOf(citizenId, command);
    const taxpayer = await this.taxpayers.taxpayerOf(taxpayerId, command);
    return {
      citizenId,
      taxpayerId,
      taxpayerName: taxpayer.name,
      uscc: taxpayer.uscc,
      matterId,
      applicantName: citizen.name,
      applicantPhone: citizen.phone ?? '',
    };
  }

  override complete(command: Command, _ctx: Context, appointmentId: string): Promise<void> {
    return this.appointments.complete(command, appointmentId);
  }
}
