import { Injectable } from '@nestjs/common';
import {
  AppError,
  type DeclineBody,
  type HallAppointmentsQuery,
  type Page,
  type StaffAppointmentDetailView,
  type StaffAppointmentView,
  type VersionBody,
} from '@yiyun/shared';
import type { Context } from '../../platform/http/context.js';
import { limitOf, pageOf } from '../../platform/http/paging.js';
import { requireHallOfficer, requireHallReader } from '../../platform/http/policies.js';
import { Halls } from '../halls/index.js';
import { type Command, Recorder, RecordReader, UnitOfWork } from '../records/index.js';
import { AppointmentViews } from './appointment.views.js';
import type { AppointmentRow } from './storage/appointment.entities.js';
import { AppointmentMoves, statusAfter } from './storage/appointment.moves.js';
import { AppointmentRepository } from './storage/appointment.repository.js';

/** What the counter does with appointments. */
@Injectable()
export class CounterService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly moves: AppointmentMoves,
    private readonly repository: AppointmentRepository,
    private readonly reader: RecordReader,
    private readonly recorder: Recorder,
    private readonly halls: Halls,
    private readonly views: AppointmentViews,
  ) {}

  async list(ctx: Context, hallId: string, query: HallAppointmentsQuery): Promise<Page<StaffAppointmentView>> {
    requireHallReader(ctx, this.halls.get(hallId).id);
    const views = await this.views.forStaff(await this.repository.ofHall(hallId, query));
    return pageOf(
      views,
      limitOf(query),
      (view) => [view.startsAt, view.id],
      (view) => view,
    );
  }

  async get(ctx: Context, id: string): Promise<StaffAppointmentDetailView> {
    const row = await this.found(id);
    requireHallReader(ctx, row.hallId);
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

  confirm(ctx: Context, id: string, body: VersionBody): Promise<StaffAppointmentView> {
    return this.work.run(ctx, 'appointments.confirm', async (command) => {
      const row = await this.found(id, command);
      requireHallOfficer(ctx, row.hallId);
      const status = statusAfter(row, 'officer', 'confirm');
      const move = { status, version: body.version, kind: 'AppointmentConfirmed' };
      return this.viewOf(await this.moves.move(command, row, move), command);
    });
  }

  decline(ctx: Context, id: string, body: DeclineBody): Promise<StaffAppointmentView> {
    return this.work.run(ctx, 'appointments.decline', async (command) => {
      const row = await this.found(id, command);
      requireHallOfficer(ctx, row.hallId);
      const status = statusAfter(row, 'officer', 'decline');
      const move = { ...body, status, kind: 'AppointmentDeclined' };
      return this.viewOf(await this.moves.move(command, row, move), command);
    });
  }

  private async found(id: string, tx?: Command): Promise<AppointmentRow> {
    const row = await this.repository.find(id, tx);
    if (!row) throw new AppError('request.not_found');
    return row;
  }

  private async viewOf(row: AppointmentRow, command?: Command): Promise<StaffAppointmentView> {
    const [view] = await this.views.forStaff([row], command);
    return view as StaffAppointmentView;
  }
}
