import { Injectable } from '@nestjs/common';
import {
  AppError,
  type AppointmentAction,
  type AppointmentDetailView,
  type AppointmentView,
  appointmentMoves,
  type BookAppointmentBody,
  type CancelAppointmentBody,
  MINUTE_MS,
  type MyAppointmentsQuery,
  nextState,
  type Page,
} from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import type { Config } from '../../platform/config/config.js';
import { InjectConfig } from '../../platform/config/config.token.js';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import type { CitizenActor, Context } from '../../platform/http/context.js';
import { limitOf, pageOf } from '../../platform/http/paging.js';
import { citizenOf, requireOwner, requirePhone } from '../../platform/http/policies.js';
import { Halls } from '../halls/index.js';
import { Taxpayers } from '../identity/index.js';
import { Matters } from '../matters/index.js';
import { type Command, Phrases, Recorder, RecordReader, UnitOfWork } from '../records/index.js';
import { appointmentPhrases } from './domain/phrases.js';
import type { AppointmentRow } from './storage/appointment.entities.js';
import { AppointmentRepository } from './storage/appointment.repository.js';
import { type AppointmentParts, appointmentView } from './storage/appointment.view.js';
import { BookingStore } from './storage/booking.store.js';
import { moveAppointment } from './storage/move-appointment.js';

/** What a citizen does with appointments. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: BookingStore<AppointmentView>,
    private readonly repository: AppointmentRepository,
    private readonly reader: RecordReader,
    private readonly recorder: Recorder,
    private readonly halls: Halls,
    private readonly matters: Matters,
    private readonly taxpayers: Taxpayers,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
    @InjectConfig() private readonly config: Config,
    phrases: Phrases,
  ) {
    phrases.teach(appointmentPhrases);
    store.answerWith((row, taxpayer) => appointmentView(row, this.partsOf(row, taxpayer), personalData));
  }

  async book(ctx: Context, body: BookAppointmentBody): Promise<AppointmentView> {
    requirePhone(ctx);
    const matter = this.matters.find(body.matterId);
    if (!matter) throw new AppError('request.not_found');
    if (!matter.counterAvailable) throw new AppError('appointment.matter_not_offered');
    return this.store.book({
      ctx: ctx as Context<CitizenActor>,
      slotId: body.slotId,
      matter,
      taxpayerId: body.taxpayerId,
      note: body.note,
    });
  }

  async mine(ctx: Context, query: MyAppointmentsQuery): Promise<Page<AppointmentView>> {
    const citizen = citizenOf(ctx);
    const rows = await this.repository.ofCitizen(citizen.id, this.clock.now(), query);
    const names = await this.taxpayers.taxpayersOf(rows.map((r) => r.taxpayerId));
    return pageOf(
      rows,
      limitOf(query),
      (row) => [row.startsAt, row.id],
      (row) => appointmentView(row, this.partsOf(row, names.get(row.taxpayerId)), this.personalData),
    );
  }

  /** Every appointment of a citizen, for the copy of his data. */
  async allOf(citizenId: string): Promise<AppointmentView[]> {
    const now = this.clock.now();
    const periods = ['upcoming', 'past'] as const;
    const rows = await Promise.all(
      periods.map((period) => this.repository.ofCitizen(citizenId, now, { period, limit: 10_000 })),
    );
    return Promise.all(rows.flat().map((row) => this.viewOf(row)));
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

  cancel(ctx: Context, id: string, body: CancelAppointmentBody): Promise<AppointmentView> {
    return this.work.run(ctx, 'appointments.cancel', async (command) => {
      const row = requireOwner(ctx, await this.repository.find(id, command));
      const minutes = this.config.cancelBeforeMinutes;
      if (row.startsAt - command.at < minutes * MINUTE_MS)
        throw new AppError('appointment.cancel_too_late', { minutes });
      const moved = await moveAppointment(command, row, {
        status: statusAfter(row, 'citizen', 'cancel'),
        version: body.version,
        kind: 'AppointmentCancelled',
        reason: body.reason,
        sealed: body.reason ? this.personalData.seal(body.reason) : null,
      });
      return this.viewOf(moved, command);
    });
  }

  private async viewOf(row: AppointmentRow, tx?: Command): Promise<AppointmentView> {
    const names = await this.taxpayers.taxpayersOf([row.taxpayerId], tx);
    return appointmentView(row, this.partsOf(row, names.get(row.taxpayerId)), this.personalData);
  }

  private partsOf(row: AppointmentRow, taxpayer: AppointmentParts['taxpayer'] | undefined): AppointmentParts {
    return {
      hall: this.halls.get(row.hallId),
      matter: this.matters.get(row.matterId),
      taxpayer: taxpayer ?? { id: row.taxpayerId, kind: 'individual', name: '已注销用户', uscc: null },
    };
  }
}

/** The state after an act, or the refusal that it is not available now. */
export function statusAfter(row: AppointmentRow, actor: 'citizen' | 'officer' | 'system', action: AppointmentAction) {
  const next = nextState(appointmentMoves, row.status, actor, action);
  if (!next) throw new AppError('request.not_available');
  return next;
}
