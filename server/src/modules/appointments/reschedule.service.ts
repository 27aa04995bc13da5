import { Injectable } from '@nestjs/common';
import {
  AppError,
  type AppointmentView,
  MINUTE_MS,
  type RescheduleBody,
  type StaffAppointmentView,
} from '@yiyun/shared';
import type { Context } from '../../platform/http/context.js';
import { requireHallOfficer, requireOwner } from '../../platform/http/policies.js';
import { type Taxpayer, Taxpayers } from '../identity/index.js';
import { type Command, UnitOfWork } from '../records/index.js';
import { AppointmentViews } from './appointment.views.js';
import { BookableMatters } from './bookable-matters.js';
import type { BoundBy } from './domain/booking.js';
import { BookingPolicies } from './policies/booking-policies.js';
import type { AppointmentRow } from './storage/appointment.entities.js';
import { AppointmentMoves, statusAfter } from './storage/appointment.moves.js';
import { AppointmentRepository } from './storage/appointment.repository.js';
import { Bookings } from './storage/bookings.js';

/** Changes an appointment to another time. In one transaction the new place is taken and the old given back, or neither. */
@Injectable()
export class RescheduleService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly repository: AppointmentRepository,
    private readonly bookings: Bookings,
    private readonly moves: AppointmentMoves,
    private readonly matters: BookableMatters,
    private readonly policies: BookingPolicies,
    private readonly taxpayers: Taxpayers,
    private readonly views: AppointmentViews,
  ) {}

  /** By its owner, in time. It is no new booking: a block doesn't hinder it. */
  byCitizen(ctx: Context, id: string, body: RescheduleBody): Promise<AppointmentView> {
    return this.work.run(ctx, 'appointments.reschedule', async (command) => {
      const row = requireOwner(ctx, await this.repository.find(id, command));
      statusAfter(row, 'citizen', 'reschedule');
      const minutes = this.policies.get(row.policyId).rules.rescheduleBeforeMinutes;
      if (row.startsAt - command.at < minutes * MINUTE_MS)
        throw new AppError('appointment.reschedule_too_late', { minutes });
      const taxpayer = await this.taxpayers.requireBinding(row.citizenId, row.taxpayerId, command);
      const [view] = await this.views.forCitizen([await this.change(command, row, body, taxpayer, 'times')], command);
      return view as AppointmentView;
    });
  }

  /** By an officer of its hall, for somebody on the telephone: neither the time nor the days ahead bind him. */
  byOfficer(ctx: Context, id: string, body: RescheduleBody): Promise<StaffAppointmentView> {
    return this.work.run(ctx, 'appointments.hallReschedule', async (command) => {
      const row = await this.repository.find(id, command);
      if (!row) throw new AppError('request.not_found');
      requireHallOfficer(ctx, row.hallId);
      statusAfter(row, 'officer', 'hallReschedule');
      const taxpayer = await this.taxpayers.taxpayerOf(row.taxpayerId, command);
      const [view] = await this.views.forStaff([await this.change(command, row, body, taxpayer, 'nothing')], command);
      return view as StaffAppointmentView;
    });
  }

  /** The new one is confirmed when the old one was. */
  private async change(
    command: Command,
    old: AppointmentRow,
    { slotId, version }: RescheduleBody,
    taxpayer: Taxpayer,
    boundBy: BoundBy,
  ): Promise<AppointmentRow> {
    const { status, noteSealed, onSiteReason, citizenId } = old;
    const fresh = await this.bookings.reserve(command, {
      slotId,
      matters: this.matters.booked(old.matterIds),
      citizenId,
      taxpayer,
      boundBy,
      replaces: old,
      over: { status, noteSealed, onSiteReason, rescheduledFromId: old.id },
    });
    if (fresh instanceof AppError) throw fresh;
    await this.moves.move(command, old, {
      status: 'rescheduled',
      version,
      kind: 'AppointmentRescheduled',
      also: { rescheduledToId: fresh.id },
      handsOver: new Set(fresh.slotIds),
    });
    await this.bookings.insert(command, fresh, taxpayer);
    return fresh;
  }
}
