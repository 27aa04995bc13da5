import { Injectable } from '@nestjs/common';
import type { AppointmentStatus } from '@yiyun/shared';
import { Appointments, type AppointmentVisit, AppointmentVisits } from '../modules/appointments/index.js';
import {
  AppointmentArrivals,
  type ArrivalCode,
  type ArrivedAppointment,
  type BookedDay,
  type BookedVisit,
} from '../modules/queue/index.js';
import type { Command } from '../modules/records/index.js';

const CAME: readonly AppointmentStatus[] = ['checkedIn', 'serving', 'completed'];
/** Never was an appointment of that day, or is one of another. */
const NOT_BOOKED: readonly AppointmentStatus[] = ['held', 'expired', 'rescheduled'];

/** Appointments draw tickets, and are served when their tickets are. */
@Injectable()
export class AppointmentsForQueue extends AppointmentArrivals {
  constructor(
    private readonly appointments: Appointments,
    private readonly reads: AppointmentVisits,
  ) {
    super();
  }

  override async idOf(command: Command, code: ArrivalCode): Promise<string | undefined> {
    return (await this.appointments.find(command, code))?.id;
  }

  override async checkIn(command: Command, wanted: ArrivalCode & { hallId: string }): Promise<ArrivedAppointment> {
    const { row, opensAt } = await this.appointments.checkIn(command, wanted);
    const { id, citizenId, matterIds } = row;
    return { id, citizenId, matterIds, opensAt };
  }

  override async serve(command: Command, appointmentId: string, hallId: string): Promise<void> {
    await this.appointments.serve(command, appointmentId, hallId);
  }

  override complete(command: Command, appointmentId: string): Promise<void> {
    return this.appointments.complete(command, appointmentId);
  }

  override async visits(ids: readonly string[], within?: Command): Promise<ReadonlyMap<string, BookedVisit>> {
    const found = await this.reads.ofIds(ids, within);
    return new Map(found.map((visit) => [visit.row.id, visitOf(visit)]));
  }

  override async expectedOn(hallId: string, on: string): Promise<BookedVisit[]> {
    return (await this.reads.expectedOn(hallId, on)).map(visitOf);
  }

  override async dayOf(hallId: string, on: string): Promise<BookedDay> {
    const counts = await this.reads.countsOn(hallId, on);
    const of = (statuses: readonly AppointmentStatus[]) =>
      statuses.reduce((sum, status) => sum + (counts.get(status) ?? 0), 0);
    const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
    return {
      booked: all - of(NOT_BOOKED),
      came: of(CAME),
      noShow: of(['noShow']),
      cancelled: of(['cancelled', 'rejected']),
    };
  }
}

const visitOf = ({ row, citizen, note }: AppointmentVisit): BookedVisit => ({
  id: row.id,
  referenceNo: row.referenceNo,
  startsAt: row.startsAt,
  note,
  matterIds: row.matterIds,
  caseId: row.caseId,
  name: citizen?.name ?? '',
  phone: citizen?.phone ?? null,
  maskedPhone: citizen?.maskedPhone ?? '',
});
