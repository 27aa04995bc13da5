import { Injectable } from '@nestjs/common';
import {
  AppError,
  type AppointmentDetailView,
  type AppointmentView,
  type BookAppointmentBody,
  type CancelAppointmentBody,
  type HoldBody,
  MINUTE_MS,
  type MyAppointmentsQuery,
  type Page,
  type SubmitHoldBody,
} from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import type { Context } from '../../platform/http/context.js';
import { limitOf, pageOf } from '../../platform/http/paging.js';
import { citizenOf, requireOwner, requirePhone } from '../../platform/http/policies.js';
import type { Taxpayer } from '../identity/index.js';
import { type Command, Phrases, Recorder, RecordReader, UnitOfWork } from '../records/index.js';
import { AppointmentViews } from './appointment.views.js';
import { Appointments } from './appointments.facade.js';
import { BookableMatters } from './bookable-matters.js';
import { appointmentPhrases } from './domain/phrases.js';
import { BookingPolicies } from './policies/booking-policies.js';
import { proxyPhrases } from './proxy-acts.js';
import type { AppointmentRow } from './storage/appointment.entities.js';
import { AppointmentMoves, statusAfter } from './storage/appointment.moves.js';
import { AppointmentRepository } from './storage/appointment.repository.js';
import { BookingStore } from './storage/booking.store.js';
import { Strikes } from './strikes/strikes.js';

/** What a citizen does with appointments. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: BookingStore,
    private readonly appointments: Appointments,
    private readonly moves: AppointmentMoves,
    private readonly repository: AppointmentRepository,
    private readonly views: AppointmentViews,
    private readonly matters: BookableMatters,
    private readonly policies: BookingPolicies,
    private readonly strikes: Strikes,
    private readonly reader: RecordReader,
    private readonly recorder: Recorder,
    private readonly clock: Clock,
    phrases: Phrases,
  ) {
    phrases.teach(appointmentPhrases);
    phrases.teach(proxyPhrases);
  }

  /** Holds a place for some minutes, for who has more to answer. */
  hold(ctx: Context, body: HoldBody): Promise<AppointmentView> {
    return this.take(ctx, body, true);
  }

  book(ctx: Context, body: BookAppointmentBody): Promise<AppointmentView> {
    return this.take(ctx, body, false);
  }

  submit(ctx: Context, id: string, body: SubmitHoldBody): Promise<AppointmentView> {
    return this.work.run(ctx, 'appointments.submit', async (command) => {
      const row = requireOwner(ctx, await this.repository.find(id, command));
      return this.viewOf(await this.appointments.submitHeld(command, row, body), command);
    });
  }

  async mine(ctx: Context, query: MyAppointmentsQuery): Promise<Page<AppointmentView>> {
    const citizen = citizenOf(ctx);
    const rows = await this.repository.ofCitizen(citizen.id, this.clock.now(), query);
    const views = await this.views.forCitizen(rows);
    return pageOf(
      views,
      limitOf(query),
      (view) => [view.startsAt, view.id],
      (view) => view,
    );
  }

  /** Every appointment of a citizen, for the copy of his data. */
  async allOf(citizenId: string): Promise<AppointmentView[]> {
    const now = this.clock.now();
    const periods = ['upcoming', 'past'] as const;
    const rows = await Promise.all(
      periods.map((period) => this.repository.ofCitizen(citizenId, now, { period, limit: 10_000 })),
    );
    return this.views.forCitizen(rows.flat());
  }

  async get(ctx: Context, id: string): Promise<AppointmentDetailView> {
    const row = requireOwner(ctx, await this.repository.find(id));
    await this.recorder.viewed(ctx, {
      kind: 'AppointmentViewed',
      subjectKind: 'appointment',
      subjectId: id,
      partyId: row.citizenId,
    });
    return {
      ...(await this.viewOf(row)),
      caseId: row.caseId,
      timeline: await this.reader.timeline(ctx.actor, `appointment:${id}`),
    };
  }

  /** Cancels in time; a held place is given back at any time, and never was an appointment. */
  cancel(ctx: Context, id: string, body: CancelAppointmentBody): Promise<AppointmentView> {
    return this.work.run(ctx, 'appointments.cancel', async (command) => {
      const row = requireOwner(ctx, await this.repository.find(id, command));
      const { version, reason } = body;
      if (row.status === 'held') {
        const status = statusAfter(row, 'citizen', 'release');
        return this.viewOf(await this.moves.move(command, row, { status, version, kind: 'HoldReleased' }), command);
      }
      const status = statusAfter(row, 'citizen', 'cancel');
      const minutes = this.policies.get(row.policyId).rules.cancelBeforeMinutes;
      if (row.startsAt - command.at < minutes * MINUTE_MS)
        throw new AppError('appointment.cancel_too_late', { minutes });
      const also = { cancelledBy: 'citizen' } as const;
      const move = { status, version, kind: 'AppointmentCancelled', reason, also };
      const cancelled = await this.moves.move(command, row, move);
      const isHallsFault = (await this.strikes.closedReason(command, row)) !== undefined;
      if (!isHallsFault) await this.strikes.add(command, row, 'cancel', command.at);
      return this.viewOf(cancelled, command);
    });
  }

  private async take(
    ctx: Context,
    { furtherMatterIds = [], matterId, ...body }: BookAppointmentBody,
    hold: boolean,
  ): Promise<AppointmentView> {
    const { id: citizenId } = requirePhone(ctx);
    const matters = this.matters.get([matterId, ...furtherMatterIds]);
    const view = (row: AppointmentRow, taxpayer: Taxpayer) => this.views.of(row, taxpayer);
    return this.store.book({ ...body, ctx, citizenId, matters, hold, view });
  }

  private async viewOf(row: AppointmentRow, command?: Command): Promise<AppointmentView> {
    const [view] = await this.views.forCitizen([row], command);
    return view as AppointmentView;
  }
}
