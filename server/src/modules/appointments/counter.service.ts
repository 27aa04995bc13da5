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
import { PersonalData } from '../../platform/crypto/personal-data.js';
import type { Context } from '../../platform/http/context.js';
import { limitOf, pageOf } from '../../platform/http/paging.js';
import { requireHallOfficer, requireHallReader } from '../../platform/http/policies.js';
import { Halls } from '../halls/index.js';
import { Citizens, Taxpayers } from '../identity/index.js';
import { Matters } from '../matters/index.js';
import { type Command, Recorder, RecordReader, UnitOfWork } from '../records/index.js';
import { statusAfter } from './appointments.service.js';
import type { AppointmentRow } from './storage/appointment.entities.js';
import { AppointmentRepository } from './storage/appointment.repository.js';
import { staffAppointmentView } from './storage/appointment.view.js';
import { moveAppointment } from './storage/move-appointment.js';

const gone = { id: '', name: '已注销用户', phone: null, maskedPhone: null, openid: null };

/** What the counter does with appointments. */
@Injectable()
export class CounterService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly repository: AppointmentRepository,
    private readonly reader: RecordReader,
    private readonly recorder: Recorder,
    private readonly halls: Halls,
    private readonly matters: Matters,
    private readonly citizens: Citizens,
    private readonly taxpayers: Taxpayers,
    private readonly personalData: PersonalData,
  ) {}

  async list(ctx: Context, hallId: string, query: HallAppointmentsQuery): Promise<Page<StaffAppointmentView>> {
    requireHallReader(ctx, this.halls.get(hallId).id);
    const rows = await this.repository.ofHall(hallId, query);
    const views = await this.viewsOf(rows);
    const byId = new Map(views.map((view) => [view.id, view]));
    return pageOf(
      rows,
      limitOf(query),
      (row) => [row.startsAt, row.id],
      (row) => byId.get(row.id) as StaffAppointmentView,
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
    const [view] = await this.viewsOf([row]);
    return {
      ...(view as StaffAppointmentView),
      caseId: row.caseId,
      timeline: await this.reader.timeline(ctx.actor, `appointment:${id}`),
    };
  }

  confirm(ctx: Context, id: string, body: VersionBody): Promise<StaffAppointmentView> {
    return this.work.run(ctx, 'appointments.confirm', async (command) => {
      const row = await this.found(id, command);
      requireHallOfficer(ctx, row.hallId);
      const status = statusAfter(row, 'officer', 'confirm');
      return this.viewOf(
        await moveAppointment(command, row, { status, version: body.version, kind: 'AppointmentConfirmed' }),
        command,
      );
    });
  }

  decline(ctx: Context, id: string, body: DeclineBody): Promise<StaffAppointmentView> {
    return this.work.run(ctx, 'appointments.decline', async (command) => {
      const row = await this.found(id, command);
      requireHallOfficer(ctx, row.hallId);
      const moved = await moveAppointment(command, row, {
        status: statusAfter(row, 'officer', 'decline'),
        version: body.version,
        kind: 'AppointmentDeclined',
        reason: body.reason,
        sealed: this.personalData.seal(body.reason),
      });
      return this.viewOf(moved, command);
    });
  }

  private async found(id: string, tx?: Command): Promise<AppointmentRow> {
    const row = await this.repository.find(id, tx);
    if (!row) throw new AppError('request.not_found');
    return row;
  }

  private async viewOf(row: AppointmentRow, tx: Command): Promise<StaffAppointmentView> {
    const [view] = await this.viewsOf([row], tx);
    return view as StaffAppointmentView;
  }

  private async viewsOf(rows: AppointmentRow[], tx?: Command): Promise<StaffAppointmentView[]> {
    const contacts = await this.citizens.citizensOf(
      rows.map((r) => r.citizenId),
      tx,
    );
    const names = await this.taxpayers.taxpayersOf(
      rows.map((r) => r.taxpayerId),
      tx,
    );
    return rows.map((row) =>
      staffAppointmentView(
        row,
        {
          hall: this.halls.get(row.hallId),
          matter: this.matters.get(row.matterId),
          taxpayer: names.get(row.taxpayerId) ?? {
            id: row.taxpayerId,
            kind: 'individual',
            name: '已注销用户',
            uscc: null,
          },
        },
        contacts.get(row.citizenId) ?? gone,
        this.personalData,
      ),
    );
  }
}
