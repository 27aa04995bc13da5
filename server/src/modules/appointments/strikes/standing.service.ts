import { Injectable } from '@nestjs/common';
import {
  AppError,
  type AppealBody,
  type AppealListQuery,
  type AppealView,
  bookingPolicySentences,
  type DecideAppealBody,
  type Page,
  type StandingView,
  type StrikeView,
} from '@yiyun/shared';
import { Clock } from '../../../platform/clock.js';
import { PersonalData } from '../../../platform/crypto/personal-data.js';
import { Database, type Transaction } from '../../../platform/database/database.js';
import type { Context } from '../../../platform/http/context.js';
import { limitOf, pageOf } from '../../../platform/http/paging.js';
import { citizenOf, requireOwner, staffOf } from '../../../platform/http/policies.js';
import { Halls } from '../../halls/index.js';
import { Citizens, Taxpayers } from '../../identity/index.js';
import { type Command, UnitOfWork } from '../../records/index.js';
import { BookableMatters } from '../bookable-matters.js';
import { BookingPolicies } from '../policies/booking-policies.js';
import { AppointmentRepository } from '../storage/appointment.repository.js';
import { Standings } from './standings.js';
import type { StrikeRow } from './strike.entity.js';
import { StrikeRepository, type StrikeWithAppointment } from './strike.repository.js';
import { strikeView } from './strike.view.js';
import { entryOf } from './strikes.js';

const MOST_STRIKES = 200;

/** How a citizen stands by the rules of booking, and the appeals against it. */
@Injectable()
export class StandingService {
  constructor(
    private readonly db: Database,
    private readonly work: UnitOfWork,
    private readonly repository: StrikeRepository,
    private readonly appointments: AppointmentRepository,
    private readonly standings: Standings,
    private readonly policies: BookingPolicies,
    private readonly taxpayers: Taxpayers,
    private readonly citizens: Citizens,
    private readonly halls: Halls,
    private readonly matters: BookableMatters,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  async of(ctx: Context): Promise<StandingView> {
    const { id } = citizenOf(ctx);
    const now = this.clock.now();
    const bound = (await this.taxpayers.bindingsOf(id)).map(({ taxpayer }) => taxpayer);
    const taxpayerIds = bound.map((taxpayer) => taxpayer.id);
    const standings = await this.standings.of(taxpayerIds, now, this.db.read);
    return {
      blocks: bound.flatMap((taxpayer) => {
        const { blockedUntil = null, reason = null } = standings.get(taxpayer.id) ?? {};
        if (blockedUntil === null) return [];
        return [{ taxpayer: { id: taxpayer.id, name: taxpayer.name }, until: blockedUntil, reason: reason ?? '' }];
      }),
      strikes: await this.strikesOf(id, taxpayerIds),
      rules: bookingPolicySentences(this.policies.inForce(now).rules),
    };
  }

  /** A cancellation that no rule counted is nobody's strike. */
  async strikesOf(citizenId: string, taxpayerIds: readonly string[] = []): Promise<StrikeView[]> {
    const rows = await this.repository.about(citizenId, taxpayerIds, MOST_STRIKES);
    return rows
      .filter((row) => row.kind === 'noShow' || this.standings.counts(row))
      .map((row) => this.viewOf(row, citizenId));
  }

  appeal(ctx: Context, appointmentId: string, { statement }: AppealBody): Promise<StrikeView> {
    return this.work.run(ctx, 'appointments.appeal', async (command) => {
      const { id: citizenId } = requireOwner(ctx, await this.appointments.find(appointmentId, command));
      const row = await this.repository.find(appointmentId, command);
      if (!row || row.appealStatus !== null) throw new AppError('request.not_available');
      const fields = { appealStatus: 'pending', appealedAt: command.at } as const;
      const statementSealed = this.personalData.seal(statement);
      await this.move(command, row, { ...fields, statementSealed }, row.version);
      command.record({ ...entryOf(row), kind: 'AppealSubmitted', facts: fields, personal: { statement } });
      tell(command, row, 'AppealSubmitted');
      return this.viewOf({ ...row, ...fields, statementSealed }, citizenId);
    });
  }

  async appeals(ctx: Context, query: AppealListQuery): Promise<Page<AppealView>> {
    staffOf(ctx);
    const views = await this.appealViews(await this.repository.appeals(query));
    return pageOf(
      views,
      limitOf(query),
      (view) => [view.appeal?.submittedAt ?? 0, view.appointmentId],
      (view) => view,
    );
  }

  /** Upheld, the strike counts no longer from this instant on; the fact that nobody came stays. */
  decide(ctx: Context, appointmentId: string, { version, upheld, reply }: DecideAppealBody): Promise<AppealView> {
    staffOf(ctx);
    return this.work.run(ctx, 'appointments.decideAppeal', async (command) => {
      const row = await this.repository.find(appointmentId, command);
      if (!row) throw new AppError('request.not_found');
      if (row.appealStatus !== 'pending') throw new AppError('request.not_available');
      const fields = { appealStatus: upheld ? 'upheld' : 'rejected', decidedAt: command.at } as const;
      const replySealed = this.personalData.seal(reply);
      await this.move(command, row, { ...fields, replySealed }, version);
      command.record({ ...entryOf(row), kind: 'AppealDecided', facts: fields, personal: { reply } });
      tell(command, row, 'AppealDecided', { upheld });
      const [view] = await this.appealViews([{ ...row, ...fields, replySealed, version: version + 1 }], command);
      return view as AppealView;
    });
  }

  private async move(command: Command, row: StrikeRow, fields: Partial<StrikeRow>, version: number): Promise<void> {
    const columns = Object.keys(fields).map((name) => `${name} = ?, `);
    const moved = await command.change(
      `UPDATE strike SET ${columns.join('')}version = version + 1 WHERE id = ? AND version = ?`,
      [...Object.values(fields), row.id, version],
    );
    if (moved !== 1) throw new AppError('request.stale');
  }

  private async appealViews(rows: readonly StrikeWithAppointment[], within?: Transaction): Promise<AppealView[]> {
    const citizens = await this.citizens.citizensOf(
      rows.map(({ citizenId }) => citizenId),
      within,
    );
    return rows.map((row) => {
      const citizen = citizens.get(row.citizenId);
      const hall = this.halls.get(row.hallId);
      return {
        ...this.viewOf(row),
        citizen: { name: citizen?.name || '未填写姓名', maskedPhone: citizen?.maskedPhone ?? '' },
        hall: { id: hall.id, name: hall.name },
        version: row.version,
      };
    });
  }

  private viewOf(row: StrikeWithAppointment, readerId?: string): StrikeView {
    const matterName = this.matters.booked([row.matterId])[0]?.name ?? '';
    return strikeView(
      row,
      { matterName, counts: this.standings.counts(row), ...(readerId && { readerId }) },
      this.personalData,
    );
  }
}

function tell(command: Command, row: StrikeWithAppointment, type: string, data: Record<string, boolean> = {}): void {
  const { id, hallId, citizenId, startsAt } = row;
  command.emit({
    type,
    hallId,
    subjectKind: 'appointment',
    subjectId: id,
    citizenId,
    data: { ...data, startsAt },
  });
}
