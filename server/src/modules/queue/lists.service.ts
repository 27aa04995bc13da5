import { Injectable } from '@nestjs/common';
import {
  localDateOf,
  normalisePhone,
  type Page,
  phoneProblem,
  type StaffTicketDetailView,
  type StaffTicketView,
  type TicketListQuery,
} from '@yiyun/shared';
import { Clock } from '../../platform/clock.js';
import { PersonalData } from '../../platform/crypto/personal-data.js';
import type { Context } from '../../platform/http/context.js';
import { limitOf, pageOf } from '../../platform/http/paging.js';
import { requireHallReader } from '../../platform/http/policies.js';
import { Halls } from '../halls/index.js';
import { Recorder } from '../records/index.js';
import { TicketRepository } from './storage/ticket.repository.js';
import { mayAct, TicketViews } from './ticket-views.js';

/** Tickets as the staff looks them up. */
@Injectable()
export class TicketListsService {
  constructor(
    private readonly tickets: TicketRepository,
    private readonly views: TicketViews,
    private readonly halls: Halls,
    private readonly recorder: Recorder,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  /** Searched by the beginning of the number, or by the whole phone that was left. */
  async list(ctx: Context, hallId: string, query: TicketListQuery): Promise<Page<StaffTicketView>> {
    requireHallReader(ctx, this.halls.get(hallId).id);
    const phone = normalisePhone(query.q ?? '');
    const rows = await this.tickets.page(hallId, query.on ?? localDateOf(this.clock.now()), {
      ...query,
      ...(phoneProblem(phone) === undefined && { phoneHash: this.personalData.hash(phone) }),
    });
    const limit = limitOf(query);
    const { nextCursor } = pageOf(
      rows,
      limit,
      (row) => [row.drawnAt, row.id],
      (row) => row.id,
    );
    const shown = rows.slice(0, limit);
    const outlooks = await this.views.outlooks(hallId);
    return { items: await this.views.staffList(mayAct(ctx.actor, hallId), shown, outlooks), nextCursor };
  }

  async get(ctx: Context, id: string): Promise<StaffTicketDetailView> {
    const row = await this.tickets.get(id);
    requireHallReader(ctx, row.hallId);
    await this.recorder.viewed(ctx, {
      kind: 'TicketViewed',
      subjectKind: 'ticket',
      subjectId: id,
      partyId: row.citizenId,
    });
    return this.views.staffDetail(ctx, row);
  }
}
